/** How long the files and functions of this repository are: code lines, without blank lines and comments. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";

export interface Measured {
  /** A file, or a file with a function's name and line. */
  readonly name: string;
  readonly lines: number;
}

/** Every TypeScript and script file below these folders of the repository. */
export function sourceFiles(repository: string, rooms: readonly string[]): readonly string[] {
  return rooms
    .flatMap((room) => readdirSync(join(repository, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

export function measureFile(repository: string, file: string): Measured {
  const text = readFileSync(join(repository, file), "utf8");
  return { name: file, lines: codeLines(text).size };
}

export function measureFunctions(repository: string, file: string): readonly Measured[] {
  const text = readFileSync(join(repository, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const code = codeLines(text);
  const found: Measured[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      found.push({
        name: `${file}:${lineAt(source, node.getStart()) + 1}`,
        lines: linesOf(node, { source, code }),
      });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The middle one; of an even number the upper of the two in the middle. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The numbers of the lines, from 0, on which some code stands. */
function codeLines(text: string): ReadonlySet<number> {
  const source = ts.createSourceFile("measured.tsx", text, ts.ScriptTarget.Latest, true);
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0) children.forEach(visit);
    else if (node.getWidth(source) > 0)
      addLines(lines, lineAt(source, node.getStart(source)), lineAt(source, node.end));
  };
  visit(source);
  return lines;
}

function addLines(lines: Set<number>, first: number, last: number): void {
  for (let line = first; line <= last; line += 1) lines.add(line);
}

function linesOf(
  node: ts.Node,
  { source, code }: { readonly source: ts.SourceFile; readonly code: ReadonlySet<number> },
): number {
  const [first, last] = [lineAt(source, node.getStart()), lineAt(source, node.end)];
  return [...code].filter((line) => line >= first && line <= last).length;
}

function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line;
}
