/**
 * Ribbon buttons that are pressed while the pane's code is still loading. Excel sends a press as soon as office.js
 * listens, and one that no function is associated with is lost without a word (office-js#2744, #5176): a first small
 * script takes them all, and keeps them until the pane answers.
 */
type Press = Office.AddinCommands.Event;
type Answer = (press: Press) => void;

interface EarlyPresses {
  readonly waiting: Press[];
  answer: Answer | null;
}

declare global {
  interface Window {
    /** By the name of the function. */
    moPlannerPresses?: ReadonlyMap<string, EarlyPresses>;
  }
}

/** For the first script of the page, right after office.js. */
export function takePresses(names: readonly string[]): void {
  const all = new Map(names.map((name): [string, EarlyPresses] => [name, { waiting: [], answer: null }]));
  window.moPlannerPresses = all;
  for (const [name, early] of all)
    Office.actions.associate(name, (press: Press) => {
      if (early.answer === null) early.waiting.push(press);
      else early.answer(press);
    });
}

/** For the pane: what waited is answered at once. Without the first script it answers for itself from now on. */
export function answerPresses(name: string, answer: Answer): void {
  const early = window.moPlannerPresses?.get(name);
  if (early === undefined) Office.actions.associate(name, answer);
  else {
    early.answer = answer;
    for (const press of early.waiting.splice(0)) answer(press);
  }
}
