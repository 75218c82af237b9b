// What a person does in a browser when an app sends them to the node's own sign-in: forms and cookies, no scripts.
import assert from "node:assert/strict";

const CSRF = /<input type="hidden" name="([^"]+)" value="([^"]*)">/g;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'" };

/**
 * Signs in where an app's address leads, and allows what it asks for.
 *
 * @returns the code, whether the node sends it back to the app or shows it to be copied
 */
export async function codeFor(address, name, password) {
  const browser = new Browser();
  let page = await browser.open(address);
  if (page.text.includes('name="password"')) {
    page = await browser.submit(page, /<form[^>]*>/, { login: name, password });
  }
  assert.match(page.text, /name="decision"/, `a question whether the app may, at ${page.url}, not: ${page.text}`);
  page = await browser.submit(page, /<form[^>]*>/, { decision: "allow" });
  const code = new URL(page.url).searchParams.get("code") ?? page.text.match(/<(?:code|output)[^>]*>([^<]+)</)?.[1];
  assert.ok(code, `a code, at ${page.url}: ${page.text}`);
  return code;
}

class Browser {
  #cookies = new Map();

  async open(url, form) {
    for (let hops = 0; hops < 6; hops++) {
      const answer = await fetch(url, {
        redirect: "manual",
        method: form ? "POST" : "GET",
        body: form && new URLSearchParams(form),
        headers: { Cookie: [...this.#cookies].map(([key, value]) => `${key}=${value}`).join("; "), Accept: "text/html", ...(form && { Origin: new URL(url).origin }) },
      });
      for (const each of answer.headers.getSetCookie()) this.#keep(each);
      const next = answer.headers.get("Location");
      if (!next) return { url, text: await answer.text(), status: answer.status };
      const target = new URL(next, url);
      if (target.host !== new URL(url).host) return { url: target.href, text: "", status: answer.status };
      [url, form] = [target.href, undefined];
    }
    throw new Error(`too many hops, at ${url}`);
  }

  submit(page, which, fields) {
    const start = page.text.search(which);
    const form = page.text.slice(start, page.text.indexOf("</form>", start));
    const action = plain(form.match(/action="([^"]*)"/)?.[1] ?? page.url);
    const hidden = Object.fromEntries([...form.matchAll(CSRF)].map(([, key, value]) => [key, plain(value)]));
    return this.open(new URL(action, page.url).href, { ...hidden, ...fields });
  }

  #keep(cookie) {
    const [pair] = cookie.split(";");
    const at = pair.indexOf("=");
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function plain(text) {
  return text.replace(/&(?:amp|lt|gt|quot|#34|#39);/g, (entity) => ENTITIES[entity]);
}
