// One person's way through the application, on a real node in a real browser:
//   node test/journey.mjs ADDRESS NAME PASSWORD HANDLE
// HANDLE is somebody of another node who has posted "The bridge is open" there. Pictures of where it failed go to
// target/journey. The server's tests run it.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { barriersOn, complaintsOf, openBrowser } from "./browser.mjs";

const [address, name, password, handle] = process.argv.slice(2);
const theirs = "The bridge is open";
const PATIENCE = 20_000;

const steps = {
  async "signs in by the node's own pages"({ page }) {
    await page.goto(`${address}/app/notifications`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("input[name=login]").fill(name);
    await page.locator("input[name=password]").fill(password);
    await page.locator("input[name=password]").press("Enter");
    await page.locator("button[name=decision][value=allow]").click();
    await page.getByRole("heading", { name: "Notifications", level: 1 }).waitFor();
  },

  async "stays signed in over a reload, without the code in the address"({ page }) {
    assert.equal(new URL(page.url()).search, "");
    await page.reload();
    await page.getByRole("heading", { name: "Notifications", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Home", exact: true }).click();
    await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();
  },

  async "posts with a content warning, and nothing in it is markup"({ page }) {
    const composer = page.getByRole("form", { name: "What do you want to say?" });
    await composer.getByRole("button", { name: "Add a content warning" }).click();
    await composer.getByRole("textbox", { name: "Content warning" }).fill("About railings");
    await composer.getByRole("textbox", { name: "What do you want to say?" }).fill("Are <b>round</b> railings better?");
    await composer.getByRole("combobox").selectOption("unlisted");
    await composer.getByRole("button", { name: "Post" }).click();
    const post = page.getByRole("article").filter({ hasText: "About railings" });
    await post.waitFor();
    assert.equal(await post.getByText("railings better?").isVisible(), false);
    await post.getByRole("button", { name: "Show" }).click();
    await post.getByText("Are <b>round</b> railings better?").waitFor();
  },

  async "finds somebody on another node by handle, and follows"({ page }) {
    await page.getByRole("link", { name: "Search", exact: true }).click();
    const box = page.getByRole("main").getByRole("searchbox");
    await box.fill(handle);
    await box.press("Enter");
    await page.getByRole("button", { name: `Follow: ${handle}` }).click();
    await page.getByRole("button", { name: `Unfollow: ${handle}` }).or(page.getByRole("button", { name: `Withdraw request: ${handle}` })).waitFor();
  },

  async "sees their profile and what they posted before"({ page }) {
    await page.getByRole("main").getByRole("link", { name: handle }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    const post = page.getByRole("article").filter({ hasText: theirs });
    await seenAfterReloads(page, post);
  },

  async "likes it, and the like stays"({ page }) {
    const post = page.getByRole("article").filter({ hasText: theirs });
    await post.getByRole("button", { name: "Like", pressed: false }).click();
    await page.reload();
    await page.getByRole("article").filter({ hasText: theirs }).getByRole("button", { name: "Like", pressed: true }).waitFor();
  },

  async "opens the thread and replies"({ page }) {
    await page.getByRole("article").filter({ hasText: theirs }).getByRole("link", { name: "Reply" }).click();
    await page.getByRole("heading", { name: "Thread", level: 1 }).waitFor();
    const field = page.getByRole("textbox", { name: "Your reply" });
    assert.equal(await field.inputValue(), `${handle} `);
    await field.press("End");
    await field.pressSequentially("I will walk across it tomorrow.");
    await field.press("Control+Enter");
    await page.getByRole("list", { name: "Replies" }).getByText("I will walk across it tomorrow.").waitFor();
  },

  async "edits and deletes a post of their own"({ page }) {
    await page.getByRole("link", { name: "You", exact: true }).click();
    const post = page.getByRole("article").filter({ hasText: "About railings" });
    await post.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).press("Enter");
    const field = page.getByRole("textbox", { name: "Edit your post" });
    await waitFor(async () => (await field.inputValue()) === "Are <b>round</b> railings better?");
    await field.fill("Round railings it is.");
    await page.getByRole("button", { name: "Save" }).click();
    await post.getByText("edited").waitFor();
    await post.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await post.waitFor({ state: "detached" });
  },

  async "finds the way back where they came from"({ page }) {
    await page.getByRole("link", { name: "Notifications", exact: true }).click();
    await page.getByRole("heading", { name: "Notifications", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Notifications", level: 1 }).waitFor({ state: "detached" });
    assert.match(new URL(page.url()).pathname, new RegExp(`^/app/@${name}$`));
  },

  async "signs out, and the token is worth nothing any more"({ page }) {
    const token = await page.evaluate(() => JSON.parse(localStorage.getItem("kring.token")));
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    const status = () => page.evaluate(async (bearer) => (await fetch("/api/v1/accounts/verify_credentials", { headers: { Authorization: `Bearer ${bearer}` } })).status, token);
    await waitFor(async () => (await status()) === 401);
  },
};

/** What another node sends comes in its own time. */
async function seenAfterReloads(page, sought) {
  await waitFor(async () => {
    await page.getByRole("main").getByRole("region").first().waitFor();
    if (await sought.first().isVisible()) return true;
    await page.reload({ waitUntil: "networkidle" });
    return sought.first().isVisible();
  });
}

async function waitFor(condition) {
  const end = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE} ms: ${condition}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

const browser = await openBrowser();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
page.setDefaultTimeout(PATIENCE);
const complaints = complaintsOf(page);
let failed = false;
for (const [title, step] of Object.entries(steps)) {
  try {
    await step({ page });
    assert.deepEqual(await barriersOn(page), [], "everybody can use what is shown now");
    console.log(`ok     ${title}`);
  } catch (reason) {
    failed = true;
    await mkdir("target/journey", { recursive: true });
    await page.screenshot({ path: "target/journey/failed.png" });
    console.log(`FAILED ${title}\n${reason.stack}\nat ${page.url()}, showing:\n${await page.locator("body").innerText()}`);
    break;
  }
}
await browser.close();
complaints.forEach((complaint) => console.log(`the browser complains: ${complaint}`));
process.exit(failed || complaints.length > 0 ? 1 : 0);
