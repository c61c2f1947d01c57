/** What office.js reads from window.name when it starts: who its host is and how to talk to it. */

export function frameName(conversation: string, origin: string): string {
  return JSON.stringify({
    baseFrameName: conversation,
    // Host, platform, version, locale, correlation, then flags: 1 is a shared runtime.
    hostInfo: `Excel|Web|16.01|en-US|${conversation}|||1`,
    xdmInfo: `${conversation}|mo-planner|${origin}`,
    serializerVersion: "1",
    flights: "[]",
  });
}
