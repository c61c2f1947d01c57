/** Kysely's SQLite, with migrations that are done whole or not at all. */
import { SqliteAdapter, SqliteDialect, SqliteQueryCompiler } from "kysely";
import { storable } from "./storable-text.ts";

export class OurSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new OurSqliteAdapter();
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new OurSqliteCompiler();
  }
}

class OurSqliteAdapter extends SqliteAdapter {
  /** SQLite takes back the making of tables like anything else: a process killed in a migration leaves none of it. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class OurSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter));
  }
}
