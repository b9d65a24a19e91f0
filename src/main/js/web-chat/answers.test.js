import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isOurError, isOurs } from "./answers.js";

const ENDPOINTS = ["web-chat", "token", "session"];
/** What a page in place of JSON is read as. */
const PAGE = {};

describe("An answer of a proxy, a firewall or a captive portal is not Keycloak's:", () => {
  for (const [status, data] of [
    [200, PAGE],
    [200, { status: "ok" }],
    [401, PAGE],
    [401, { error: "unauthorized" }],
    [403, PAGE],
    [403, { error: "Forbidden to alice@example.com" }],
    [407, PAGE],
    [409, { error: { code: 409 } }],
    [422, { errors: ["login_required"] }],
    [451, PAGE],
    [503, { error: "maintenance" }],
    [511, PAGE],
  ]) {
    test(`${status} ${JSON.stringify(data)}`, () => {
      for (const endpoint of ENDPOINTS) assert.equal(isOurs(endpoint, { status, data }), false, endpoint);
      assert.equal(isOurError({ status, data }), false);
    });
  }

  test("204 but for session", () => {
    const answered = ENDPOINTS.filter((endpoint) => isOurs(endpoint, { status: 204, data: PAGE }));
    assert.deepEqual(answered, ["session"]);
  });
});

describe("Keycloak's own answer is", () => {
  for (const [endpoint, data] of [
    ["web-chat", { helpshiftConfig: {}, webChatUrl: "https://webchat.helpshift.com/webChat.js" }],
    ["token", { identity_token: "a.b.c" }],
    ["token", { userAuthToken: "digest" }],
  ]) {
    test(`200 of ${endpoint} with ${Object.keys(data).join(", ")}`, () => {
      assert.ok(isOurs(endpoint, { status: 200, data }));
    });
  }

  test("an error by which the session has ended", () => {
    const answer = { status: 401, data: { error: "invalid_token" } };
    assert.ok(isOurs("session", answer));
    assert.ok(isOurError(answer));
  });

  test("503, which only says to come back later", () => {
    const answer = { status: 503, data: { error: "temporarily_unavailable" } };
    assert.equal(isOurs("session", answer), false);
    assert.ok(isOurError(answer));
  });
});
