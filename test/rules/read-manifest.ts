/** manifest.xml as a tree that is easy to ask: names without prefix, attributes, children, text. */
import { DOMParser, type Element, type Node } from "@xmldom/xmldom";

export interface ManifestElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ManifestElement[];
  readonly text: string;
}

/** @throws {Error} with line and column where the text is not well-formed XML */
export function parseManifest(xml: string): ManifestElement {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const root = parser.parseFromString(xml, "text/xml").documentElement;
  if (root === null) throw new Error("The manifest has no root element");
  return toElement(root);
}

/** The element and everything below it, in the order of the document. */
export function everyElement(element: ManifestElement): readonly ManifestElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

export function named(element: ManifestElement, name: string): readonly ManifestElement[] {
  return everyElement(element).filter((one) => one.name === name);
}

/** The values of one attribute wherever it stands. */
export function attributeValues(element: ManifestElement, attribute: string): readonly string[] {
  return everyElement(element).flatMap(({ attributes }) => attributes[attribute] ?? []);
}

function toElement(element: Element): ManifestElement {
  const attributes = Array.from(element.attributes, ({ name, value }) => [name, value] as const);
  const children = Array.from(element.childNodes).filter(isElement);
  return {
    name: element.localName ?? element.nodeName,
    attributes: Object.fromEntries(attributes),
    children: children.map(toElement),
    text: children.length === 0 ? (element.textContent ?? "").trim() : "",
  };
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
