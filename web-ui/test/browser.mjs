import { chromium } from "playwright-core";

/** Debian's own browser, unless CHROMIUM names another. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
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
