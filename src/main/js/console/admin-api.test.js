import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AdminApi } from "./admin-api.js";
import { ApiError, SessionEndedError, UnreachableError } from "./errors.js";

const ENVIRONMENT = {
  serverBaseUrl: "https://sso.example.com/auth",
  adminBaseUrl: "https://admin.example.com/auth",
  realm: "master",
  clientId: "security-admin-console",
  consoleBaseUrl: "/auth/admin/master/console/",
};

/**
 * Lets Keycloak answer with these statuses, one after the other.
 *
 * @param {number[]} statuses
 */
function keycloak(...statuses) {
  /** @type {[string, string, any][]} */
  const asked = [];
  Object.assign(globalThis, {
    fetch: async (/** @type {string} */ address, /** @type {any} */ { method, headers }) => {
      asked.push([method, address, headers]);
      const status = statuses.shift();
      if (!status) throw new TypeError("Failed to fetch");
      return new Response(status === 204 ? null : '{"error_description": "words"}', { status, headers: { ETag: '"1"' } });
    },
  });
  const signIn = { token: async () => "token" };
  return { asked, api: new AdminApi(ENVIRONMENT, "größe 1", /** @type {any} */ (signIn)) };
}

describe("The admin API", () => {
  test("is that of the realm that the console shows, at the address for admins", async () => {
    const { asked, api } = keycloak(200, 200);
    await api.get("/components");
    await api.whoAmI();
    assert.deepEqual(
      asked.map(([, address]) => address),
      [
        "https://admin.example.com/auth/admin/realms/gr%C3%B6%C3%9Fe%201/components",
        "https://admin.example.com/auth/admin/master/console/whoami?currentRealm=gr%C3%B6%C3%9Fe%201",
      ],
    );
  });

  test("tells an ended session from a missing permission", async () => {
    await assert.rejects(keycloak(401).api.get(""), SessionEndedError);
    await assert.rejects(keycloak(403).api.get(""), ApiError);
  });

  test("says what Keycloak says, and answers with something else only where a permission is missing", async () => {
    assert.deepEqual(await keycloak(403).api.getIfAllowed("/clients", []), []);
    await assert.rejects(keycloak(500).api.getIfAllowed("/clients", []), ApiError);
    await assert.rejects(keycloak(409).api.post("/components", {}), { status: 409, message: "words" });
    await assert.rejects(keycloak().api.get(""), UnreachableError);
  });

  test("loads all pages of a list, as far as the admin may see it", async () => {
    const UNREADABLE = 7;
    const { asked, api } = keycloak();
    const all = Array.from({ length: 401 }, (_, alias) => ({ alias }));
    Object.assign(globalThis, {
      fetch: async (/** @type {string} */ address) => {
        const { searchParams } = new URL(address);
        const first = Number(searchParams.get("first"));
        asked.push(["GET", address, {}]);
        const page = all.slice(first, first + Number(searchParams.get("max")));
        return new Response(JSON.stringify(page.filter(({ alias }) => alias !== UNREADABLE)));
      },
    });
    const readable = all.filter(({ alias }) => alias !== UNREADABLE);
    assert.deepEqual(await api.getAllIfAllowed("/identity-provider/instances?briefRepresentation=true"), readable);
    assert.deepEqual(await api.getAllIfAllowed("/clients"), readable);
    assert.equal(asked.length, 8);
    assert.deepEqual(await keycloak(403).api.getAllIfAllowed("/clients"), []);
  });

  test("gives the tag of an answer", async () => {
    assert.equal((await keycloak(200).api.getTagged("/helpshift/settings")).tag, '"1"');
  });
});
