import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Where each global is at home; everywhere else it is an error, so that the rooms stay pure. */
const noAmbient = (names, why) => ["error", ...names.map((name) => ({ name, message: why }))];

export default tseslint.config(
  { ignores: ["dist/", "data/", "node_modules/", "coverage/", ".cache/"] },
  {
    files: ["**/*.ts", "**/*.tsx", "{scripts,server}/**/*.mjs"],
    extends: [tseslint.configs.strictTypeChecked],
    // One program of all rooms; which room may know which types is what npm run typecheck checks.
    languageOptions: { parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        {
          selector: "ObjectExpression > SpreadElement > ObjectExpression",
          message: "Write the properties out.",
        },
      ],
      "@typescript-eslint/no-unsafe-type-assertion": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // const { id: _id, ...rest }: taking fields away needs their names.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["shared/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": noAmbient(
        ["process", "Buffer", "window", "document", "fetch", "setTimeout", "crypto", "Excel", "Office"],
        "shared/ is pure: no Node, no DOM, no Office.",
      ),
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "shared/ has no clock: take the day as an argument." },
        { object: "Math", property: "random", message: "shared/ has no randomness." },
      ],
    },
  },
  {
    files: ["addin/**/*.ts", "addin/**/*.tsx"],
    ignores: ["addin/host/**", "addin/entry/**", "**/*.test.ts", "**/*.test.tsx"],
    rules: {
      "no-restricted-globals": noAmbient(
        ["Excel", "Office", "OfficeExtension", "CustomFunctions"],
        "Only addin/host and addin/entry name Office.",
      ),
    },
  },
  {
    files: ["addin/host/**/*.ts", "addin/entry/**/*.ts", "addin/entry/**/*.tsx"],
    plugins: { "office-addins": officeAddins },
    // Left out: the rules about reads before load take a navigation (range.worksheet.id) for a value, and the one
    // about sync in a loop forbids writing in blocks, which Excel's limit on a request demands.
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["addin/**/*.tsx", "workbench/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "react-hooks/exhaustive-deps": "error",
      // Warns that the React Compiler skips a component; this build has no such compiler.
      "react-hooks/incompatible-library": "off",
    },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "test/**"],
    rules: { "max-lines-per-function": "off" },
  },
  // A flat catalogue: nobody holds more than one entry in mind.
  { files: ["shared/intake/heading-synonyms.ts"], rules: { "max-lines": "off" } },
  { files: ["**/*.config.ts", "*.config.mjs"], rules: { "no-restricted-syntax": "off" } },
);
