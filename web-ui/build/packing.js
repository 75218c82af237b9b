import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Compresses each file beside itself and lists them all in contents.txt: a jar's folders cannot be
 * listed by who reads from it.
 *
 * @returns {import("vite").Plugin}
 */
export function packing() {
  let folder = "";
  return {
    name: "packing",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      for (const file of files) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      const names = files.map((file) => relative(folder, file).replaceAll("\\", "/"));
      writeFileSync(join(folder, "contents.txt"), names.map((name) => `${name}\n`).join(""));
    },
  };
}
