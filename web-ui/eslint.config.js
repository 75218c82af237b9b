import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["target/", "node_modules/"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "SvelteStyleDirective, SvelteAttribute[key.name='style']",
          message: "Inline styles are refused by the content security policy: use a class",
        },
      ],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: {
      // The router here is the application's own.
      "svelte/no-navigation-without-resolve": "off",
      // What is reactive here says so by a rune; lookups and addresses need not be.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
);
