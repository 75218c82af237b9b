// Runs a command only if files changed since it last succeeded, so that the Maven build stays quick:
//   node build/when-changed.mjs STAMP INPUT… -- COMMAND…
// Inputs are compared by content: a fresh checkout changes times, not files.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const all = process.argv.slice(2);
const [stamp, ...inputs] = all.slice(0, all.indexOf("--"));
const [command, ...parameters] = all.slice(all.indexOf("--") + 1);

function* filesBelow(path) {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

function fingerprint() {
  const hash = createHash("sha256").update([command, ...parameters, process.version].join(" "));
  for (const input of inputs) {
    for (const file of filesBelow(input)) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const now = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== now) {
  const { status, error } = spawnSync(command, parameters, { stdio: ["ignore", "inherit", "inherit"] });
  if (error) console.error(`${command} cannot be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
