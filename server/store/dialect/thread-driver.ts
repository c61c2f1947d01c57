/** Kysely's way to the thread that writes: one connection, used by one transaction after the other. */
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from "kysely";
import type { Columns } from "./rows-as-columns.ts";
import type { SqliteThread } from "./sqlite-thread.ts";

/** So many pieces of rows may be on their way: the next ones are made ready while these are written. */
const PIECES_UNDER_WAY = 128;

export class ThreadDriver implements Driver {
  readonly #connection: ThreadConnection;
  #last: Promise<unknown> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(connection: ThreadConnection) {
    this.#connection = connection;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    const turn = this.#last.then(() => this.#connection);
    this.#last = turn.then(
      () =>
        new Promise<void>((resolve) => {
          this.#release = resolve;
        }),
    );
    return turn;
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  /** Kysely rolls back only what it saw begin. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw("begin"));
    } catch (error) {
      await this.#connection.rollBack();
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#connection.allInserted();
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  rollbackTransaction(): Promise<void> {
    return this.#connection.rollBack();
  }

  destroy(): Promise<void> {
    return this.#connection.close();
  }
}

/** Rows are sent without waiting for them to be written; a fault among them is thrown by what is asked next. */
export class ThreadConnection implements DatabaseConnection {
  readonly #thread: SqliteThread;
  #underWay: Promise<unknown>[] = [];
  #fault: { readonly error: unknown } | null = null;

  constructor(thread: SqliteThread) {
    this.#thread = thread;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.#thread.ask({ kind: "statement", text: sql, parameters });
    this.#throwFault();
    return answer.kind === "rows"
      ? { rows: answer.rows }
      : { rows: [], numAffectedRows: BigInt(answer.changes) };
  }

  /** Nothing here reads so much that it has to come in pieces. */
  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("The thread that writes answers whole");
  }

  /** Waits for earlier pieces when many are under way. Throws what befell one of them. */
  async insert(text: string, columns: Columns): Promise<void> {
    this.#throwFault();
    const piece = this.#thread.ask({ kind: "insert", text, columns }).catch((error: unknown) => {
      this.#fault ??= { error };
    });
    this.#underWay.push(piece);
    if (this.#underWay.length > PIECES_UNDER_WAY) await this.#underWay.shift();
  }

  async allInserted(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#underWay = [];
    this.#throwFault();
  }

  /** Pieces under way are done or refused before it: what befell them is of this transaction, not of the next. */
  async rollBack(): Promise<void> {
    await this.#thread.ask({ kind: "rollback" });
    await Promise.all(this.#underWay);
    this.#underWay = [];
    this.#fault = null;
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  #throwFault(): void {
    if (this.#fault !== null) throw this.#fault.error;
  }
}
