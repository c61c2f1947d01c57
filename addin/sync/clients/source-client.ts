/** The sources, as the pane asks for them: whole, or the lines of one order. */
import {
  sourceSchema,
  type Source,
  type SourceName,
  type SourceQuery,
} from "../../../shared/wire/sources.ts";
import { queryText, type Asked, type Http } from "./http.ts";

export interface SourceClient {
  read(source: SourceName, query: Partial<SourceQuery>): Promise<Asked<Source>>;
}

export function createSourceClient({ get }: Http): SourceClient {
  return {
    read: (source, query) => get(`/sources/${source}?${queryText(query)}`, sourceSchema, { limit: "long" }),
  };
}
