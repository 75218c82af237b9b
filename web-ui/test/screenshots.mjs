// Pictures of every view, on a phone and on a desktop, light and dark; says what the browser or axe complains about: npm run screenshots [-- FOLDER]
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { barriersOn, complaintsOf, openBrowser } from "./browser.mjs";
import { serve } from "./fixture/server.mjs";
import { focus } from "./fixture/world.mjs";

const folder = process.argv[2] ?? "target/screenshots";
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const VIEWS = {
  home: ["/app/"],
  thread: [`/app/@x/${focus.answer.id}`],
  profile: ["/app/@alice"],
  moved: ["/app/@sam"],
  other: ["/app/@nora@nora.example"],
  notifications: ["/app/notifications"],
  direct: ["/app/direct"],
  search: ["/app/search?q=n"],
  tag: ["/app/tags/bridges"],
  followers: ["/app/@alice/followers"],
  compose: ["/app/compose", (page) => page.getByLabel("Add a content warning").click()],
  menu: ["/app/@alice", (page) => page.locator("article").getByLabel("More").first().click()],
  edit: ["/app/@alice", (page) => choose(page, "Edit")],
  delete: ["/app/@alice", (page) => choose(page, "Delete")],
  warned: [`/app/@x/${focus.warned.id}`, (page) => page.getByRole("button", { name: "Show" }).click()],
  settings: ["/app/settings"],
  nowhere: ["/app/nowhere"],
};

async function choose(page, entry) {
  await page.locator("article").getByLabel("More").first().click();
  await page.getByRole("menuitem", { name: entry }).click();
}

async function shoot(browser, address, size, scheme) {
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: scheme, deviceScaleFactor: 1 });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const save = (view) => page.screenshot({ path: join(folder, `${view}-${size}-${scheme}.png`) });
  await page.goto(`${address}/app/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await save("sign-in");
  complaints.push(...(await barriersOn(page)).map((barrier) => `sign-in: ${barrier}`));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Home" }).waitFor();
  for (const [view, [path, prepare]] of Object.entries(VIEWS)) {
    await page.goto(address + path);
    await page.waitForLoadState("networkidle");
    await prepare?.(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) complaints.push(`${view} is wider than the screen`);
    await save(view);
    complaints.push(...(await barriersOn(page)).map((barrier) => `${view}: ${barrier}`));
  }
  await context.close();
  return complaints.map((complaint) => `${size} ${scheme}: ${complaint}`);
}

await mkdir(folder, { recursive: true });
const [browser, fixture] = [await openBrowser(), await serve()];
const complaints = [];
for (const size of Object.keys(SIZES)) {
  for (const scheme of ["light", "dark"]) complaints.push(...(await shoot(browser, fixture.address, size, scheme)));
}
await browser.close();
fixture.stop();
complaints.forEach((complaint) => console.error(complaint));
process.exit(complaints.length === 0 ? 0 : 1);
