/** What the project "postgres" gives to its tests. */

export interface PostgresPlaces {
  /** The database for making and dropping others. */
  readonly admin: string;
  /** The name of one with the demo factory in it, and of one with nothing. */
  readonly demo: string;
  readonly empty: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Missing in the projects that run on SQLite. */
    readonly postgres?: PostgresPlaces;
  }
}
