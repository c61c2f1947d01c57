/** Office's rules for an add-in only manifest, as far as they can be held without asking Microsoft's service. */
import { OfficeAddinManifest } from "office-addin-manifest";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ribbonActionNames } from "../../addin/ribbon/action-names.ts";
import { LOCAL_BASE_URL, manifestFor } from "../../scripts/manifest/base-url.mjs";
import { VERSION } from "../../server/version.ts";
import { pngSize } from "./png-size.ts";
import {
  attributeValues,
  everyElement,
  named,
  parseManifest,
  type ManifestElement,
} from "./read-manifest.ts";

const repository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const source = readFileSync(repository("manifest.xml"), "utf8");
const manifest = parseManifest(source);

const [resources] = named(manifest, "Resources");
if (resources === undefined) throw new Error("manifest.xml has no Resources");

const urls = everyElement(manifest).flatMap(({ name, text, attributes }) =>
  [name === "AppDomain" ? text : "", ...Object.values(valuesOnly(attributes))].filter((value) =>
    /^\w+:\/\//.test(value),
  ),
);

function valuesOnly({ DefaultValue = "", Value = "" }: Readonly<Record<string, string>>) {
  return { DefaultValue, Value };
}

describe("the manifest as Office's own tool reads it", () => {
  test("it is a task pane for workbooks that may read and write", async () => {
    const read = await OfficeAddinManifest.readManifestFile(repository("manifest.xml"));
    expect(read).toMatchObject({
      officeAppType: "TaskPaneApp",
      hosts: ["Workbook"],
      permissions: "ReadWriteDocument",
      defaultLocale: "en-US",
      displayName: "MO Planner",
      defaultSettings: { sourceLocation: `${LOCAL_BASE_URL}/addin/taskpane.html` },
    });
  });

  test("its id is a GUID and never changes, because Excel would take it for another add-in", async () => {
    const { id } = await OfficeAddinManifest.readManifestFile(repository("manifest.xml"));
    expect(id).toBe("6f0b7c52-4c1d-4e0a-9a53-8d3c1b7e2f94");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("its version is the product's version with a fourth number", async () => {
    const { version } = await OfficeAddinManifest.readManifestFile(repository("manifest.xml"));
    expect(version).toBe(`${VERSION}.0`);
  });
});

describe("the order of elements, which Office's schema fixes", () => {
  const orders: Readonly<Record<string, readonly string[]>> = {
    OfficeApp: [
      ...["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
      ...["HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings"],
      ...["Permissions", "VersionOverrides"],
    ],
    VersionOverrides: ["Hosts", "Resources"],
    DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
    CustomTab: ["Group", "Group", "Group", "Group", "Label"],
    Control: ["Label", "Supertip", "Icon", "Action"],
    Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  };
  test.each(Object.entries(orders))("%s has its children in order", (name, children) => {
    const elements = named(manifest, name);
    expect(elements).not.toHaveLength(0);
    for (const element of elements) expect(element.children.map((child) => child.name)).toEqual(children);
  });

  test("a group has its name and its icon before its buttons", () => {
    const groups = named(manifest, "Group").map(({ children }) => children.map((child) => child.name));
    for (const [label, icon, ...controls] of groups) {
      expect([label, icon]).toEqual(["Label", "Icon"]);
      expect(new Set(controls)).toEqual(new Set(["Control"]));
    }
  });

  test("the runtime comes first in its host", () => {
    const hosts = named(manifest, "Host").filter(({ children }) => children.length > 0);
    expect(hosts.map(({ children }) => children.map((child) => child.name))).toEqual([
      ["Runtimes", "DesktopFormFactor"],
    ]);
  });
});

describe("what the manifest points to", () => {
  const defined = resources.children.flatMap(({ children }) =>
    children.map(({ attributes }) => attributes.id ?? ""),
  );
  const used = attributeValues(manifest, "resid");

  test("every resid is defined once, and every resource is used", () => {
    expect(defined).toHaveLength(new Set(defined).size);
    expect(new Set(used)).toEqual(new Set(defined));
  });

  test("ids and resids have at most 32 characters", () => {
    const ids = [...attributeValues(manifest, "id"), ...used];
    expect(ids.filter((id) => id.length > 32 || id.length === 0)).toEqual([]);
  });

  test("every control, group and tab has an id of its own", () => {
    const ids = ["CustomTab", "Group", "Control"]
      .flatMap((name) => named(manifest, name))
      .map((one) => one.attributes.id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  test("every address is https and below the one base address", () => {
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.filter((url) => new URL(url).origin !== LOCAL_BASE_URL)).toEqual([]);
  });

  test("a build for another address leaves nothing of the local one", () => {
    const built = manifestFor(source, "https://planner.example.com");
    expect(built).not.toContain("localhost");
    expect(attributeValues(parseManifest(built), "DefaultValue")).toContain(
      "https://planner.example.com/addin/taskpane.html",
    );
  });

  test("pane, ribbon functions and runtime are one page", () => {
    const pages = ["Runtime", "FunctionFile"].flatMap((name) => named(manifest, name));
    const actions = named(manifest, "Action").flatMap((action) => named(action, "SourceLocation"));
    expect([...pages, ...actions].map(({ attributes }) => attributes.resid)).toEqual(
      Array<string>(3).fill("Taskpane.Url"),
    );
    expect(named(manifest, "Runtime")[0]?.attributes.lifetime).toBe("long");
  });
});

describe("icons", () => {
  const sized: readonly (readonly [string, number])[] = [
    [addressOf("IconUrl"), 32],
    [addressOf("HighResolutionIconUrl"), 64],
    ...named(manifest, "Icon").flatMap(({ children }) =>
      children.map(({ attributes }) => [imageAt(attributes.resid), Number(attributes.size)] as const),
    ),
  ];

  test.each(sized)("%s is a drawing of exactly %i pixels", (url, size) => {
    const path = repository(url.replace(`${LOCAL_BASE_URL}/`, ""));
    expect(existsSync(path)).toBe(true);
    expect(pngSize(path)).toEqual({ width: size, height: size });
  });

  test("every button and group has the three sizes that Office asks for", () => {
    const sizes = named(manifest, "Icon").map(({ children }) =>
      children.map(({ attributes }) => attributes.size),
    );
    const [buttons, groups] = [named(manifest, "Control"), named(manifest, "Group")];
    expect(sizes).toEqual(Array(buttons.length + groups.length).fill(["16", "32", "80"]));
  });

  function addressOf(name: string): string {
    return named(manifest, name)[0]?.attributes.DefaultValue ?? "";
  }

  function imageAt(resid = ""): string {
    const image = named(manifest, "Image").find(({ attributes }) => attributes.id === resid);
    return image?.attributes.DefaultValue ?? "";
  }
});

describe("the ribbon", () => {
  test("its functions are exactly those of the action table", () => {
    const functions = named(manifest, "FunctionName").map(({ text }) => text);
    expect(functions.toSorted()).toEqual([...ribbonActionNames].toSorted());
  });

  test("the first button opens the pane, the others run their functions", () => {
    const actions = named(manifest, "Action").map(({ attributes }) => attributes["xsi:type"]);
    expect(actions).toEqual(["ShowTaskpane", ...ribbonActionNames.map(() => "ExecuteFunction")]);
  });

  test("its ways to create MOs have XoroERP's names, in every language", () => {
    const names = [
      "Create Batch MO(s)",
      "Create Manufacture Order",
      "Create Dynamic MO (Selected Lines)",
      "Create MO(s)",
      "Create MO(s) Selected Lines",
    ];
    const labels = named(resources, "String");
    for (const name of names)
      expect(labels.filter(({ attributes }) => attributes.DefaultValue === name)).toMatchObject([
        { children: [{ attributes: { Value: name } }] },
      ]);
  });
});

describe("words", () => {
  const strings = (kind: string): readonly ManifestElement[] =>
    named(resources, kind).flatMap(({ children }) => children);
  const topWords = ["DisplayName", "Description"].flatMap((name) =>
    manifest.children.filter((child) => child.name === name),
  );
  const words = [...strings("ShortStrings"), ...strings("LongStrings"), ...topWords];

  test.each(words.map((word) => [word.attributes.id ?? word.name, word] as const))(
    "%s is there in English and in German",
    (_name, { attributes, children }) => {
      expect(attributes.DefaultValue).toMatch(/\S/);
      expect(children.map((child) => child.attributes.Locale)).toEqual(["de-DE"]);
      expect(children[0]?.attributes.Value).toMatch(/\S/);
    },
  );

  test.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ])("%s keep within %i characters in every language", (kind, longest) => {
    const texts = strings(kind).flatMap((word) => [
      ...attributeValues(word, "DefaultValue"),
      ...attributeValues(word, "Value"),
    ]);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.length > longest)).toEqual([]);
  });

  test("name and description keep within what Office shows", () => {
    const [name, description] = topWords;
    const texts = (word: ManifestElement | undefined) =>
      word === undefined ? [] : [...attributeValues(word, "DefaultValue"), ...attributeValues(word, "Value")];
    expect(texts(name).filter((text) => text.length > 125)).toEqual([]);
    expect(texts(description).filter((text) => text.length > 250)).toEqual([]);
  });
});
