import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { ApiError, SessionEndedError, UnreachableError } from "./errors.js";
import { SignIn } from "./sign-in.js";

const ENVIRONMENT = {
  serverBaseUrl: "https://sso.example.com",
  adminBaseUrl: "https://sso.example.com",
  realm: "master",
  clientId: "security-admin-console",
  consoleBaseUrl: "/admin/master/console/",
};

describe("The sign-in", () => {
  /** @type {URL[]} */
  let visited;
  /** @type {URLSearchParams[]} */
  let exchanged;
  let now = 0;

  beforeEach(() => {
    visited = [];
    exchanged = [];
    now = 0;
    Object.assign(globalThis, {
      location: { origin: "https://sso.example.com" },
      fetch: async (/** @type {string} */ _, /** @type {{ body: URLSearchParams }} */ { body }) => {
        exchanged.push(body);
        return new Response(JSON.stringify({ access_token: `token-${exchanged.length}`, expires_in: 60 }));
      },
    });
  });

  /**
   * @param {(address: URL) => Record<string, string>} answer
   * @param {typeof ENVIRONMENT} environment
   */
  const signIn = (answer, environment = ENVIRONMENT) =>
    new SignIn(
      environment,
      async (address) => {
        const asked = new URL(address);
        visited.push(asked);
        return `${asked.searchParams.get("redirect_uri")}?${new URLSearchParams(answer(asked))}`;
      },
      () => now,
    );
  const withCode = (/** @type {URL} */ asked) => ({ code: "c", state: asked.searchParams.get("state") ?? "" });

  test("asks without a prompt, with PKCE, for an address below the console's", async () => {
    assert.equal(await signIn(withCode).token(), "token-1");
    const asked = visited[0]?.searchParams;
    assert.equal(asked?.get("prompt"), "none");
    assert.equal(asked?.get("code_challenge_method"), "S256");
    assert.equal(asked?.get("redirect_uri"), "https://sso.example.com/admin/master/console/helpshift");
    assert.equal(exchanged[0]?.get("code_verifier")?.length, 43);
  });

  test("is at the server's address, and comes back to the address for admins", async () => {
    Object.assign(globalThis, { location: { origin: "https://admin.example.com" } });
    const consoleBaseUrl = "/auth/admin/master/console/";
    await signIn(withCode, { ...ENVIRONMENT, serverBaseUrl: "https://sso.example.com/auth", consoleBaseUrl }).token();
    assert.equal(visited[0]?.pathname, "/auth/realms/master/protocol/openid-connect/auth");
    assert.equal(visited[0]?.searchParams.get("redirect_uri"), "https://admin.example.com/auth/admin/master/console/helpshift");
  });

  test("asks once for all who ask at the same time, and again when the token ends", async () => {
    const one = signIn(withCode);
    assert.deepEqual(await Promise.all([one.token(), one.token()]), ["token-1", "token-1"]);
    now = 49_000;
    assert.equal(await one.token(), "token-1");
    now = 51_000;
    assert.equal(await one.token(), "token-2");
  });

  test("says that the session has ended, and tries again when it is asked again", async () => {
    let ended = true;
    const one = signIn((asked) => (ended ? { error: "login_required" } : withCode(asked)));
    await assert.rejects(one.token(), SessionEndedError);
    ended = false;
    assert.equal(await one.token(), "token-1");
  });

  test("tells a failing Keycloak from an ended session", async () => {
    await assert.rejects(signIn(() => ({})).token(), UnreachableError);
    Object.assign(globalThis, { fetch: async () => new Response("", { status: 502 }) });
    await assert.rejects(signIn(withCode).token(), ApiError);
    Object.assign(globalThis, { fetch: async () => Promise.reject(new TypeError("Failed to fetch")) });
    await assert.rejects(signIn(withCode).token(), UnreachableError);
    Object.assign(globalThis, { fetch: async () => new Response("", { status: 400 }) });
    await assert.rejects(signIn(withCode).token(), SessionEndedError);
  });

  test("takes no code that it has not asked for", async () => {
    await assert.rejects(signIn(() => ({ code: "c", state: "another" })).token(), SessionEndedError);
    assert.equal(exchanged.length, 0);
  });
});
