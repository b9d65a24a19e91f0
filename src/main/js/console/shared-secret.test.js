import assert from "node:assert/strict";
import { describe, test } from "node:test";
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

describe("The shared secret", () => {
  test("goes into a new key provider for the way to log in", async () => {
    const { api, secret } = await load({ providerId: "rsa", config: {} });
    assert.equal(secret.isSavedFor(""), false);
    await secret.save("typed", "user_auth_token");
    assert.equal(api.sent[0]?.[0], "POST");
    assert.deepEqual(api.sent[0]?.[2].config.verification, ["user_auth_token"]);
    assert.deepEqual(api.sent[0]?.[2].config.secret, ["typed"]);
  });

  test("replaces that of the provider with the highest priority, and keeps the rest of it", async () => {
    const { api, secret } = await load(
      { ...PROVIDER, id: "low", config: { priority: ["1"], secret: ["**"] } },
      { ...PROVIDER, id: "high", config: { priority: ["9"], secret: ["**"], platformId: ["p"] } },
      { ...PROVIDER, id: "other", config: { priority: ["99"], verification: ["user_auth_token"] } },
    );
    assert.equal(secret.isSavedFor(""), true);
    await secret.save("typed", "");
    assert.deepEqual(api.sent, [
      [
        "PUT",
        "/components/high",
        { ...PROVIDER, id: "high", config: { priority: ["9"], secret: ["typed"], platformId: ["p"] } },
      ],
    ]);
  });
});
