/** Which of Office's requirement sets the add-in's own code uses, told by the "[Api set: ...]" notes of the types. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

export interface ApiUse {
  /** For example "Worksheet.onChanged". */
  readonly member: string;
  /** For example "ExcelApi". */
  readonly set: string;
  /** For example "1.7". */
  readonly version: string;
  /** From the repository's root. */
  readonly file: string;
}

/** Mailbox notes are for Outlook, which shares some types with Excel. */
const API_SET = /\[Api set: (?!Mailbox)(\w+) ?(\d+\.\d+)/;
const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Every use of a member of office.js in these files, each member of a file once. */
export function usedApiSets(files: readonly string[]): readonly ApiUse[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${repository}addin/tsconfig.json`, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    `${repository}addin`,
  );
  const program = ts.createProgram({ rootNames: [...files], options });
  const checker = program.getTypeChecker();
  const uses = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source === undefined ? [] : usesBelow(source, { checker, file: file.replace(repository, "") });
  });
  return [...new Map(uses.map((use) => [`${use.file} ${use.member}`, use])).values()];
}

interface Place {
  readonly checker: ts.TypeChecker;
  readonly file: string;
}

function usesBelow(node: ts.Node, place: Place): readonly ApiUse[] {
  const own = ts.isPropertyAccessExpression(node) ? useOf(node.name, place) : null;
  const below: ApiUse[] = own === null ? [] : [own];
  node.forEachChild((child) => {
    below.push(...usesBelow(child, place));
  });
  return below;
}

function useOf(name: ts.MemberName, { checker, file }: Place): ApiUse | null {
  const declaration = checker.getSymbolAtLocation(name)?.declarations?.find(isOfOffice);
  if (declaration === undefined) return null;
  const [, set, version] = API_SET.exec(noteOn(declaration)) ?? [];
  if (set === undefined || version === undefined) return null;
  return { member: `${ownerOf(declaration)}.${name.text}`, set, version, file };
}

function isOfOffice(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.includes("@types/office-js");
}

function noteOn(declaration: ts.Declaration): string {
  return ts
    .getJSDocCommentsAndTags(declaration)
    .map((note) => note.getText())
    .join("\n");
}

function ownerOf({ parent }: ts.Declaration): string {
  return (ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent)) && parent.name !== undefined
    ? parent.name.text
    : "";
}
