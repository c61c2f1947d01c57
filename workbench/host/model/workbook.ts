/** The workbook: sheets, what is selected, and small settings kept in the file. The grid is a view of this, and so is office.js. */
import { cellArea, type Area } from "./area.ts";
import type { CellValue } from "./cell.ts";
import { Sheet, type SheetChange } from "./sheet.ts";
import { Table } from "./table.ts";

export type WorkbookEvent =
  | { readonly kind: "changed"; readonly change: SheetChange }
  | { readonly kind: "selected"; readonly left: Sheet | null }
  | { readonly kind: "sheets"; readonly what: "added" | "deleted" | "arranged"; readonly sheet: Sheet }
  | { readonly kind: "tables"; readonly what: "added" | "deleted"; readonly table: Table };

type Listener = (event: WorkbookEvent) => void;

/** A name for a place, as in the name box. */
export interface NamedArea {
  readonly name: string;
  readonly sheet: Sheet;
  readonly area: Area;
}

export class Workbook {
  readonly sheets: Sheet[] = [];
  /** Key and JSON text. */
  readonly settings = new Map<string, string>();
  readonly names = new Map<string, NamedArea>();
  #active: Sheet | null = null;
  #selection: readonly Area[] = [cellArea(0, 0)];
  #nextId = 1;
  readonly #listeners = new Set<Listener>();

  constructor(readonly name: string) {}

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  addSheet(name: string, values: readonly (readonly CellValue[])[] = []): Sheet {
    const sheet = new Sheet(this.newId("SHEET"), name, (change) => this.#tell({ kind: "changed", change }));
    this.sheets.push(sheet);
    if (values.length > 0) sheet.write({ row: 0, column: 0 }, values, "local");
    this.#active ??= sheet;
    this.#tell({ kind: "sheets", what: "added", sheet });
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.#active === sheet) this.#active = this.sheets[0] ?? null;
    this.#tell({ kind: "sheets", what: "deleted", sheet });
  }

  /** Renamed, moved, hidden or shown. */
  arrange(
    sheet: Sheet,
    change: Partial<Pick<Sheet, "name" | "isVisible">> & { readonly position?: number },
  ): void {
    sheet.name = change.name ?? sheet.name;
    sheet.isVisible = change.isVisible ?? sheet.isVisible;
    if (change.position !== undefined) {
      this.sheets.splice(this.sheets.indexOf(sheet), 1);
      this.sheets.splice(change.position, 0, sheet);
    }
    this.#tell({ kind: "sheets", what: "arranged", sheet });
  }

  addTable(sheet: Sheet, area: Area, name: string): Table {
    const table = new Table({ id: this.newId("TABLE"), name, sheet, area });
    sheet.tables.push(table);
    sheet.changed(area, "addin", "layout");
    this.#tell({ kind: "tables", what: "added", table });
    return table;
  }

  /** The cells stay. */
  removeTable(table: Table): void {
    table.sheet.tables.splice(table.sheet.tables.indexOf(table), 1);
    table.sheet.changed(table.area, "addin", "layout");
    this.#tell({ kind: "tables", what: "deleted", table });
  }

  tables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  sheet(name: string): Sheet {
    const found = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new Error(`There is no sheet "${name}"`);
    return found;
  }

  get active(): Sheet {
    if (this.#active === null) throw new Error("A workbook has at least one sheet");
    return this.#active;
  }

  get selection(): readonly Area[] {
    return this.#selection;
  }

  /** No area: a chart or a shape on the sheet is selected, and no cell. */
  select(sheet: Sheet, areas: readonly Area[]): void {
    const left = this.#active === sheet ? null : this.#active;
    this.#active = sheet;
    this.#selection = areas;
    this.#tell({ kind: "selected", left });
  }

  newId(kind: string): string {
    this.#nextId += 1;
    return `{${kind}-${String(this.#nextId)}}`;
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
