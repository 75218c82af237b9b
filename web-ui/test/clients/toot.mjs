// toot, a client for the terminal (Debian has it as a package), from signing in to signing out on a real node:
//   node test/clients/toot.mjs ADDRESS NAME PASSWORD FRIEND TOKEN
// TOKEN lets FRIEND, who lives on the node, too, do what toot itself cannot. The server's tests run it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { picture } from "./picture.mjs";
import { codeFor } from "./signin.mjs";
import { play, seen } from "./steps.mjs";

const [url, name, password, friend, token] = process.argv.slice(2);
const host = new URL(url).host;
const home = await mkdtemp(join(tmpdir(), "toot-"));

/** Runs toot as a person does. @returns what it says */
function toot(...command) {
  return run(command, (child) => child.stdin.end());
}

function run(command, talk) {
  const child = spawn("toot", [...command, "--no-color"], { env: { ...process.env, XDG_CONFIG_HOME: home, HOME: home, PYTHONIOENCODING: "utf-8", PYTHONUNBUFFERED: "1" } });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  talk(child, () => said);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => (status === 0 ? resolve(said) : reject(new Error(`toot ${command.join(" ")} ended with ${status}: ${said}`))));
  });
}

/** Opens the address that toot shows, and copies the code back. */
function copyCode(child, said) {
  let asked = false;
  child.stdout.on("data", async () => {
    const address = said().match(/^https?:\/\/\S+\/oauth\/authorize\S*$/m)?.[0];
    if (asked || !address || !said().includes("[Y/n]")) return;
    asked = true;
    try {
      child.stdin.end(`n\n${await codeFor(address, name, password)}\n`);
    } catch (reason) {
      console.log(reason);
      child.kill();
    }
  });
}

/** What the friend does, with another app. */
async function asFriend(path, body) {
  const answer = await fetch(`${url}${path}`, { method: "POST", headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }, body: JSON.stringify(body) });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

const idIn = (said) => said.match(/(\d{10,})\s*$/m)[1];

const steps = {
  async "signs in by a code, and knows itself"() {
    await run(["login", "-i", host, "--disable-https"], copyCode);
    assert.match(await toot("auth"), new RegExp(`${name}@${host}\\s+ACTIVE`));
    assert.match(await toot("whoami"), new RegExp(`@${name}`));
    assert.match(await toot("instance", host, "--disable-https"), new RegExp(host));
  },

  async "posts, with media, and reads its home"(scene) {
    const file = join(home, "bridge.png");
    await writeFile(file, picture(120, 80));
    scene.post = idIn(await toot("post", "The bridge is open #bridge", "-v", "public", "-m", file, "-d", "a bridge"));
    const shown = await seen("it comes home", async () => {
      const said = await toot("timeline", "-1");
      return said.includes("The bridge is open") && said;
    });
    assert.match(shown, /#bridge/);
    assert.match(await toot("timeline", "-1", "--public", "--local"), /The bridge is open/);
    assert.match(await toot("timeline", "-1", "--tag", "bridge"), /The bridge is open/);
    assert.match(await toot("upload", file), /type 'image'/);
    assert.match(await toot("post", "Later", "--scheduled-in", "10 minutes"), /scheduled for/);
  },

  async "follows somebody, and reads them and their poll in a list"() {
    assert.match(await toot("follow", `${friend}@${host}`), /now following/);
    assert.match(await toot("following", name), new RegExp(`@${friend}`));
    assert.match(await toot("followers", friend), new RegExp(`@${name}`));
    assert.match(await toot("whois", friend), new RegExp(`@${friend}`));
    const asked = await asFriend("/api/v1/statuses", { status: "Round or square?", poll: { options: ["round", "square"], expires_in: 3600 } });
    const thread = await toot("thread", asked.id);
    assert.match(thread, /round/);
    assert.match(thread, /square/);
  },

  async "takes part in a thread, and is told"({ post }) {
    await asFriend("/api/v1/statuses", { status: `@${name} at last`, in_reply_to_id: post });
    await asFriend(`/api/v1/statuses/${post}/favourite`);
    await asFriend(`/api/v1/statuses/${post}/reblog`);
    assert.match(await toot("thread", post), /at last/);
    const told = await seen("notifications", async () => {
      const said = await toot("notifications");
      return /favourited/.test(said) && /reblogged/.test(said) && /mentioned/.test(said) && said;
    });
    assert.match(told, /at last/);
    assert.match(await toot("notifications", "--mentions"), /at last/);
    assert.match(await toot("reblogged_by", post), new RegExp(friend));
    assert.match(await toot("notifications", "--clear"), /Cleared/);
    assert.match(await toot("notifications"), /No notification/);
  },

  async "marks, pins and finds"({ post }) {
    for (const deed of ["favourite", "unfavourite", "reblog", "unreblog", "pin", "unpin", "bookmark"]) {
      assert.match(await toot(deed, post), /✓/);
    }
    assert.match(await toot("bookmarks", "-1"), /The bridge is open/);
    assert.match(await toot("unbookmark", post), /✓/);
    const found = await toot("search", friend);
    assert.match(found, new RegExp(`@${friend}`));
    assert.match(await toot("search", "#bridge"), /#bridge/);
    assert.match(await toot("tags_follow", "bridge"), /now following/);
    assert.match(await toot("tags_followed"), /bridge/);
    assert.match(await toot("tags_unfollow", "bridge"), /no longer following/);
  },

  async "mutes and blocks, and takes it back"() {
    for (const deed of ["mute", "unmute", "block", "unblock", "unfollow"]) assert.match(await toot(deed, friend), /✓/);
  },

  async "deletes what it wrote, and signs out"({ post }) {
    assert.match(await toot("delete", post), /deleted/);
    await assert.rejects(toot("thread", post));
    assert.match(await toot("logout", `${name}@${host}`), /logged out/);
  },
};

const status = await play("toot", steps, {});
await rm(home, { recursive: true });
process.exit(status);
