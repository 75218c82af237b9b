// Holds what a node sent against the types that a client's own library declares for it.
import { mkdir, writeFile } from "node:fs/promises";
import ts from "typescript";

// What is written down word by word, and may have more than the type that it is given for.
const PLAIN = "type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;";

/** Documents as a client read them, each with the type that its library promises. */
export class Documents {
  #kept = [];

  /** Keeps a document to be checked, and hands it on. */
  as(type, document) {
    this.#kept.push({ type, document });
    return document;
  }

  get types() {
    return [...new Set(this.#kept.map(({ type }) => type))];
  }

  /**
   * Lets the compiler look at all of them. A field more than declared is nobody's trouble; one that is missing, null, or of
   * another type is.
   *
   * @param heading the imports that make the types known
   * @returns what does not fit, each reason once
   */
  async misfits(name, heading) {
    const takers = this.types.map((type, at) => `declare function take${at}(document: ${type}): void;`);
    const calls = this.#kept.flatMap(({ type, document }, at) => [
      `const document${at} = ${JSON.stringify(document)} as const;`,
      `take${this.types.indexOf(type)}(document${at} as Plain<typeof document${at}>);`,
    ]);
    await mkdir("target/clients", { recursive: true });
    const file = `target/clients/${name}.ts`;
    await writeFile(file, [heading, PLAIN, ...takers, ...calls, ""].join("\n"));
    const program = ts.createProgram([file], {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    });
    return [...new Set(ts.getPreEmitDiagnostics(program).map((each) => reason(each)))];
  }
}

/** @returns what is wrong at the innermost place, without the document around it */
function reason({ messageText }) {
  const told = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
  return told
    .slice(-2)
    .map((line) => line.trim().replace(/'\{.*?\}'/g, "'{…}'"))
    .join(" ");
}
