import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogColumns } from "../../server/catalog/columns.ts";

const document = readFileSync(new URL("../../docs/catalog-import.md", import.meta.url), "utf8");

test.each(Object.entries(catalogColumns).filter(([file]) => file !== "purchase-orders"))(
  "every column of %s is in docs/catalog-import.md, the needed ones in bold",
  (file, columns) => {
    const line = document.split("\n").find((text) => text.startsWith(`| \`${file}\``)) ?? "";
    for (const [name, column] of Object.entries(columns)) {
      expect(line).toMatch(
        "otherwise" in column ? new RegExp(`\\b${name}\\b`) : new RegExp(`\\*\\*${name}\\*\\*`),
      );
    }
  },
);
