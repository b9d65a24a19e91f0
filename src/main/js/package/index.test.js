import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";

const SRC = "https://sso.example.com/realms/acme/helpshift/web-chat.js";

const keycloak = { updateToken: async () => true };

/** What the loader uses of a page. Its module keeps the page's one script, so each test has its own. */
class Page {
  static count = 0;
  scripts = [];
  head = { append: (element) => this.scripts.push(element) };

  async open() {
    globalThis.window = { isSecureContext: true };
    globalThis.document = this;
    return import(`./index.js?page=${Page.count++}`);
  }

  createElement() {
    const element = new EventTarget();
    element.dataset = {};
    element.remove = () => this.scripts.splice(this.scripts.indexOf(element), 1);
    return element;
  }

  /** The script runs: it replaces the queue by its handle. */
  run() {
    const queue = window.HelpshiftSSO || [];
    const pushed = [...queue];
    window.HelpshiftSSO = { pushed, push: (options) => pushed.push(options) };
    this.scripts[0].dispatchEvent(new Event("load"));
    return window.HelpshiftSSO;
  }
}

describe("connectHelpshift", () => {
  let page;
  let connectHelpshift;
  let ConnectError;

  beforeEach(async () => {
    page = new Page();
    ({ connectHelpshift, ConnectError } = await page.open());
  });

  const isRejected = (options, error) =>
    assert.rejects(connectHelpshift(options), (e) => {
      assert.ok(e instanceof ConnectError);
      assert.equal(e.error, error);
      assert.ok(e.fix);
      assert.equal(page.scripts.length, 0);
      return true;
    });

  it("adds the script and hands over auth before the script runs", async () => {
    const connected = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak, nonce: "r4nd0m" });
    const [element] = page.scripts;
    assert.equal(element.src, SRC);
    assert.equal(element.async, true);
    assert.equal(element.nonce, "r4nd0m");
    assert.deepEqual(element.dataset, { clientId: "web" });
    assert.deepEqual(window.HelpshiftSSO, [{ auth: keycloak }]);
    assert.equal(page.run(), await connected);
  });

  it("adds the script once, however often it is called", async () => {
    const first = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    const second = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    const sso = page.run();
    const other = { getAccessToken: () => undefined };
    assert.equal(await connectHelpshift({ src: SRC, clientId: "web", auth: other }), sso);
    assert.deepEqual([await first, await second], [sso, sso]);
    assert.equal(page.scripts.length, 1);
    assert.equal(sso.pushed.at(-1).auth, other);
  });

  it("waits for the element that the page has already", async () => {
    const element = page.createElement();
    element.src = SRC;
    page.scripts.push(element);
    const connected = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    assert.equal(page.scripts.length, 1);
    assert.equal(page.run(), await connected);
  });

  it("uses the script that runs already", async () => {
    const element = page.createElement();
    page.scripts.push(element);
    const sso = page.run();
    assert.equal(await connectHelpshift({ src: SRC, clientId: "web", auth: keycloak }), sso);
    assert.deepEqual(sso.pushed, [{ auth: keycloak }]);
  });

  it("tries again after the script was blocked", async () => {
    const blocked = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    page.scripts[0].dispatchEvent(new Event("error"));
    await assert.rejects(blocked, { error: "script_blocked" });
    const connected = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    assert.equal(page.scripts.length, 1);
    assert.equal(page.run(), await connected);
  });

  it("says when what was loaded is not the script", async () => {
    const failed = connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    page.scripts[0].dispatchEvent(new Event("load"));
    await assert.rejects(failed, { error: "script_failed" });
  });

  it("connects a page to one realm and client", async () => {
    connectHelpshift({ src: SRC, clientId: "web", auth: keycloak });
    await assert.rejects(connectHelpshift({ src: SRC, clientId: "shop" }), { error: "already_connected" });
    await assert.rejects(connectHelpshift({ src: SRC + "?", clientId: "web" }), { error: "already_connected" });
  });

  it("takes no auth for the cookie", () => {
    connectHelpshift({ src: SRC, clientId: "web" });
    assert.deepEqual(window.HelpshiftSSO, [{ auth: undefined }]);
  });

  for (const src of [undefined, "", "/realms/acme/helpshift/web-chat.js", "javascript:alert(1)", "data:,1"])
    it(`refuses the src ${src}`, () => isRejected({ src, clientId: "web" }, "invalid_src"));

  for (const clientId of [undefined, "", null])
    it(`refuses the client id ${clientId}`, () => isRejected({ src: SRC, clientId }, "no_client_id"));

  for (const auth of [null, "eyJ", 1, () => {}])
    it(`refuses the auth ${auth}`, () => isRejected({ src: SRC, clientId: "web", auth }, "invalid_auth"));

  it("refuses a page without https", () => {
    window.isSecureContext = false;
    return isRejected({ src: SRC, clientId: "web" }, "insecure_page");
  });

  it("refuses a Keycloak without https", () =>
    isRejected({ src: SRC.replace("https", "http"), clientId: "web" }, "insecure_page"));

  for (const host of ["localhost:8080", "sso.localhost", "127.0.0.1:8080", "[::1]:8080"])
    it(`takes http://${host}`, () => {
      connectHelpshift({ src: `http://${host}/realms/acme/helpshift/web-chat.js`, clientId: "web" });
      assert.equal(page.scripts.length, 1);
    });
});

describe("an error name that the page's script has, too,", () => {
  it("means the same: each has a fix there", async () => {
    const { fixFor } = await import("../web-chat/fixes.js");
    for (const name of ["no_client_id", "invalid_auth", "insecure_page"]) assert.notEqual(fixFor(name), "", name);
  });
});
