import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ChangedMeanwhileError } from "./errors.js";
import { SharedSecret } from "./shared-secret.js";

const PROVIDER = { providerId: "helpshift-secret", name: "helpshift" };

/** An admin API with key providers, which keeps what it is told. */
class FakeApi {
  /** @type {[string, string, any][]} */
  sent = [];

  /** @param {unknown[]} components */
  constructor(components) {
    this.components = components;
  }

  async get() {
    return this.components;
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  async post(path, body) {
    this.sent.push(["POST", path, body]);
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  async put(path, body) {
    this.sent.push(["PUT", path, body]);
  }
}

/** @param {unknown[]} components */
async function load(...components) {
  const api = new FakeApi(components);
  const secret = new SharedSecret(/** @type {any} */ (api));
  await secret.load();
  return { api, secret };
}

const WEB = { platformId: "web", login: "" };

/**
 * @param {string} id
 * @param {Record<string, string>} config
 */
const provider = (id, config) => ({
  ...PROVIDER,
  id,
  config: Object.fromEntries(Object.entries({ secret: "**", ...config }).map(([key, value]) => [key, [value]])),
});

/** @param {FakeApi} api */
const places = (api) => api.sent.map(([method, path]) => `${method} ${path}`);

describe("The shared secret", () => {
  test("goes into a new key provider for the way to log in", async () => {
    const { api, secret } = await load({ providerId: "rsa", config: {} });
    assert.equal(secret.isSavedFor(WEB), false);
    await secret.save("typed", { platformId: "web", login: "user_auth_token" });
    assert.deepEqual(places(api), ["POST /components"]);
    const { config } = api.sent[0]?.[2];
    assert.deepEqual(config.verification, ["user_auth_token"]);
    assert.deepEqual(config.secret, ["typed"]);
    assert.equal(config.platformId, undefined);
    assert.equal(secret.isSavedFor({ platformId: "web", login: "user_auth_token" }), true);
    assert.equal(secret.isSavedFor(WEB), false);
  });

  /** @type {[string, [string, Record<string, string>][], string][]} */
  const signing = [
    ["the highest priority", [["low", { priority: "1" }], ["high", { priority: "9" }]], "high"],
    ["one for the platform id before one for any", [["any", { priority: "9" }], ["own", { platformId: " web " }]], "own"],
    ["not that of another app", [["other", { platformId: "ios", priority: "9" }], ["any", {}]], "any"],
    ["not that of another way to log in", [["other", { verification: "user_auth_token", priority: "9" }], ["any", {}]], "any"],
    ["a blank verification is by identities", [["blank", { verification: " " }]], "blank"],
    ["not a disabled one", [["off", { enabled: "false", priority: "9" }], ["on", { enabled: "TRUE" }]], "on"],
    ["not a passive one", [["passive", { active: "false", priority: "9" }], ["active", {}]], "active"],
    ["the last id of two that are equal", [["b", {}], ["a", {}]], "b"],
  ];
  for (const [name, components, expected] of signing) {
    test(`replaces that of the key provider that signs: ${name}`, async () => {
      const { api, secret } = await load(...components.map(([id, config]) => provider(id, config)));
      assert.equal(secret.isSavedFor(WEB), true);
      await secret.save("typed", WEB);
      assert.deepEqual(places(api), [`PUT /components/${expected}`]);
    });
  }

  test("keeps the rest of the key provider", async () => {
    const before = provider("own", { platformId: "web", priority: "9" });
    const { api, secret } = await load(before);
    await secret.save("typed", WEB);
    assert.deepEqual(api.sent[0]?.[2], { ...before, config: { ...before.config, secret: ["typed"] } });
  });

  test("never overwrites another app's, and is then only for the realm's own platform id", async () => {
    const { api, secret } = await load(provider("other", { platformId: "ios" }));
    assert.equal(secret.isSavedFor(WEB), false);
    await secret.save("typed", WEB);
    assert.deepEqual(places(api), ["POST /components"]);
    assert.deepEqual(api.sent[0]?.[2].config.platformId, ["web"]);
    assert.equal(api.sent[0]?.[2].name, "helpshift-secret web");
  });

  test("is replaced where it was added a moment ago", async () => {
    const { api, secret } = await load();
    await secret.save("typed", WEB);
    api.components = [provider("added", {})];
    await secret.save("another", WEB);
    assert.deepEqual(places(api), ["POST /components", "PUT /components/added"]);
  });

  test("does not turn on a key provider that somebody has turned off, but adds one", async () => {
    const { api, secret } = await load(provider("off", { enabled: "false" }));
    assert.equal(secret.isSavedFor(WEB), false);
    await secret.save("typed", WEB);
    assert.deepEqual(places(api), ["POST /components"]);
  });

  test("does not replace one that another admin has added meanwhile before this admin knows of it", async () => {
    const { api, secret } = await load();
    api.components = [provider("new", { priority: "7" })];
    await assert.rejects(secret.save("typed", WEB), ChangedMeanwhileError);
    assert.deepEqual(places(api), []);
    assert.equal(secret.isSavedFor(WEB), true);
    await secret.save("typed", WEB);
    assert.deepEqual(places(api), ["PUT /components/new"]);
    assert.deepEqual(api.sent[0]?.[2].config.priority, ["7"]);
  });
});
