import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ChangedMeanwhileError } from "./errors.js";
import { mendOf } from "./mends.js";

const STATE = {
  realm: { browserSecurityHeaders: { contentSecurityPolicy: "frame-src 'self';" } },
  settings: { "helpshift.identity.steam_id": "steam", "helpshift.identity.uid": "idp:x" },
  profile: { attributes: [{ name: "steam", permissions: { edit: ["admin", "user"] } }] },
};

/**
 * @param {any} members
 * @param {any} [changes]
 */
const mend = (members, changes = {}) => mendOf(members, { ...STATE, ...changes });

/** An admin API that answers its path, and keeps what it is told. */
class FakeApi {
  /** @type {[string, unknown][]} */
  sent = [];

  /** @param {Record<string, unknown>} answers */
  constructor(answers) {
    this.answers = answers;
  }

  /** @param {string} path */
  async get(path) {
    return this.answers[path];
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  async put(path, body) {
    this.sent.push([path, body]);
    return { body };
  }
}

describe("A finding", () => {
  const editable = { code: "SOURCE_USER_EDITABLE", setting: "helpshift.identity.steam_id" };

  test("about an attribute that users can edit is mended in the user profile", async () => {
    const offered = mend(editable);
    assert.equal(offered?.parameter, "steam");
    const api = new FakeApi({ "/users/profile": STATE.profile });
    await offered?.run?.(/** @type {any} */ (api));
    assert.deepEqual(api.sent, [
      ["/users/profile", { attributes: [{ name: "steam", permissions: { edit: ["admin"] } }] }],
    ]);
  });

  test("about a misspelt attribute leads to the setting, and declares no other attribute", () => {
    const undeclared = { code: "ATTRIBUTE_NOT_DECLARED", setting: "helpshift.identity.steam_id" };
    const settings = { "helpshift.identity.steam_id": "Steam" };
    assert.deepEqual(mend(undeclared, { settings }), { label: "mendSetting", field: "helpshift.identity.steam_id" });
  });

  test("of a mapper is not mended, as its source is not known here", () => {
    assert.equal(mend({ ...editable, client: "web" }), undefined);
    assert.equal(mend({ ...editable, client_scope: "helpshift" }), undefined);
  });

  test("about a source that is no attribute leads to the setting", () => {
    assert.deepEqual(mend({ code: "SOURCE_USER_EDITABLE", setting: "helpshift.identity.uid" }), {
      label: "mendSetting",
      field: "helpshift.identity.uid",
    });
  });

  test("says which role its admin needs", () => {
    assert.equal(mend({ code: "THEME_NOT_CHOSEN" })?.role, "manage-realm");
    assert.equal(mend({ code: "ACCOUNT_CONSOLE_NOT_OPTED_IN" })?.role, "manage-clients");
  });

  test("about a secret leads to the vault reference, if the settings have one", () => {
    const settings = { "helpshift.secret": "${vault.helpshift}" };
    assert.equal(mend({ code: "SECRET_INVALID" }, { settings })?.field, "helpshift.secret");
  });

  test("about the secret of a client's app leads nowhere, because the page has only the realm's", () => {
    assert.equal(mend({ code: "SECRET_MISSING", setting: "helpshift.platform_id", client: "ios" }), undefined);
  });

  test("about the policy is mended where the frames are what is missing", async () => {
    const api = new FakeApi({ "": STATE.realm });
    await mend({ code: "CSP_BLOCKS_WIDGET" })?.run?.(/** @type {any} */ (api));
    const contentSecurityPolicy = "frame-src 'self' https://*.helpshift.com;";
    assert.deepEqual(api.sent, [["", { browserSecurityHeaders: { contentSecurityPolicy } }]]);
    assert.equal(mend({ code: "CSP_BLOCKS_WIDGET" }, { realm: { browserSecurityHeaders: { contentSecurityPolicy } } }), undefined);
  });

  test("about a theme replaces only the theme that the finding is about", async () => {
    const mended = mend({ code: "THEME_NOT_CHOSEN" }, { realm: { accountTheme: "corporate" } });
    const api = new FakeApi({ "": { accountTheme: "corporate" } });
    await mended?.run?.(/** @type {any} */ (api));
    assert.deepEqual(api.sent, [["", { accountTheme: "helpshift" }]]);

    const changed = new FakeApi({ "": { accountTheme: "theirs" } });
    await assert.rejects(async () => mended?.run?.(/** @type {any} */ (changed)), ChangedMeanwhileError);
    assert.deepEqual(changed.sent, []);
  });

  test("about events adds ours to those that are saved", async () => {
    const api = new FakeApi({ "/events/config": { eventsEnabled: false, enabledEventTypes: ["LOGIN"] } });
    await mend({ code: "EVENTS_NOT_SAVED" })?.run?.(/** @type {any} */ (api));
    assert.deepEqual(api.sent, [
      ["/events/config", { eventsEnabled: true, enabledEventTypes: ["LOGIN", "TOKEN_EXCHANGE", "TOKEN_EXCHANGE_ERROR"] }],
    ]);
  });

  test("about a missing secret or client leads to where it is entered", () => {
    assert.equal(mend({ code: "SECRET_MISSING" })?.field, "secret");
    assert.equal(mend({ code: "NO_CLIENT" })?.field, "clients");
  });

  test("that the page knows nothing about has no button", () => {
    assert.equal(mend({ code: "REALM_DISABLED" }), undefined);
  });
});
