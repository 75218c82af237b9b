import { existsSync } from "node:fs";
import axe from "axe-core";
import { chromium } from "playwright-core";

const USUAL = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** The browser that CHROMIUM names, else Debian's own. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? USUAL.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error("no Chromium here: install it (Debian: apt install chromium), or name one in CHROMIUM");
  // Chromium refuses its own sandbox to root, as in containers.
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: root ? ["--no-sandbox"] : [] });
}

/** Collects what a page complains about: scripts that failed, and whatever its policy refused. */
export function complaintsOf(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
  });
  return complaints;
}

/** What stands in the way of some people on a page, by WCAG 2.2 AA. */
export async function barriersOn(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
}
