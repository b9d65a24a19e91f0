import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ApiError, ScopeNameTakenError } from "./errors.js";
import { eligible, optIn, optOut, saysOtherwise, scopesOf } from "./opt-in.js";

const MAPPERS = [{ name: "helpshift", protocolMapper: "helpshift-identity-token" }];

/** An admin API with a client and client scopes, which keeps what it was asked to do. */
class FakeApi {
  /** @type {string[]} */
  calls = [];

  /**
   * @param {any[]} scopes
   * @param {any} client
   */
  constructor(scopes, client = {}) {
    this.scopes = scopes;
    this.client = client;
  }

  /** @param {string} path */
  async get(path) {
    return path === "/client-scopes" ? [...this.scopes] : this.client;
  }

  /**
   * @param {string} path
   * @param {any} body
   */
  async post(path, body) {
    if (this.scopes.some(({ name }) => name === body.name)) throw new ApiError(409);
    this.calls.push(`POST ${path}`);
    this.scopes.push({ id: "new", ...body });
  }

  /** @param {string} path */
  async put(path) {
    this.calls.push(`PUT ${path}`);
  }

  /** @param {string} path */
  async delete(path) {
    this.calls.push(`DELETE ${path}`);
  }
}

/** @param {FakeApi} api */
const asApi = (api) => /** @type {any} */ (api);

describe("Opting a client in", () => {
  const client = { id: "c", clientId: "web" };

  test("makes the client scope with the mapper if it is missing", async () => {
    const api = new FakeApi([{ id: "email", name: "email", protocolMappers: [] }]);
    await optIn(asApi(api), client);
    assert.deepEqual(api.calls, ["POST /client-scopes", "PUT /clients/c/default-client-scopes/new"]);
  });

  test("makes only one client scope for two clicks at once", async () => {
    const api = new FakeApi([]);
    await Promise.all([optIn(asApi(api), client), optIn(asApi(api), { id: "d", clientId: "app" })]);
    assert.deepEqual(
      api.calls.filter((call) => call.startsWith("POST")),
      ["POST /client-scopes"],
    );
    assert.equal(api.calls.length, 3);
  });

  test("says that the scope's name is taken by a scope without the mapper", async () => {
    await assert.rejects(optIn(asApi(new FakeApi([{ id: "1", name: "helpshift" }])), client), ScopeNameTakenError);
  });

  test("uses a client scope that leaves the settings to the realm, or else the first", async () => {
    const ios = { id: "ios", name: "a", protocolMappers: [{ ...MAPPERS[0], config: { "helpshift.platform_id": "ios" } }] };
    const silent = { id: "ours", name: "support", protocolMappers: MAPPERS };
    for (const [scopes, expected] of [
      [[ios, silent], "ours"],
      [[{ ...ios, id: "second", name: "b" }, ios], "ios"],
    ]) {
      const api = new FakeApi(/** @type {any} */ (scopes));
      await optIn(asApi(api), client);
      assert.deepEqual(api.calls, [`PUT /clients/c/default-client-scopes/${expected}`]);
    }
  });

  test("makes an optional client scope a default one, which Keycloak does only for one that is neither", async () => {
    const scopes = [
      { id: "1", name: "helpshift", protocolMappers: MAPPERS },
      { id: "2", name: "support", protocolMappers: MAPPERS },
    ];
    const api = new FakeApi(scopes, { optionalClientScopes: ["support"] });
    await optIn(asApi(api), client);
    assert.deepEqual(api.calls, ["DELETE /clients/c/optional-client-scopes/2", "PUT /clients/c/default-client-scopes/2"]);
  });

  test("is taken back as the client is now, not as it was when the page was opened", async () => {
    const api = new FakeApi([{ id: "1", name: "support", protocolMappers: MAPPERS }], {
      defaultClientScopes: ["email", "support"],
    });
    await optOut(asApi(api), client);
    assert.deepEqual(api.calls, ["DELETE /clients/c/default-client-scopes/1"]);
  });

  test("counts only default client scopes with the mapper", () => {
    const scopes = [
      { id: "1", name: "support", protocolMappers: MAPPERS },
      { id: "2", name: "email" },
    ];
    const names = (/** @type {any} */ one) => scopesOf(one, scopes).map(({ name }) => name);
    assert.deepEqual(names({ ...client, defaultClientScopes: ["email", "support"] }), ["support"]);
    assert.deepEqual(names({ ...client, optionalClientScopes: ["support"] }), []);
  });

  test("shows what a client's own mapper says otherwise, and no secret", () => {
    const config = { "helpshift.domain": "acme", "helpshift.tags": "", "claim.name": "hs", "helpshift.secret": "x" };
    assert.deepEqual(saysOtherwise({ name: "own", protocolMapper: "helpshift-identity-token", config }), [
      "helpshift.domain = acme",
      "helpshift.secret",
    ]);
  });

  test("is offered for clients that users log in to by OpenID Connect", () => {
    const clients = [
      { id: "1", clientId: "web" },
      { id: "2", clientId: "saml", protocol: "saml" },
      { id: "3", clientId: "api", bearerOnly: true },
      { id: "4", clientId: "app", protocol: "openid-connect" },
    ];
    assert.deepEqual(
      eligible(clients).map(({ clientId }) => clientId),
      ["app", "web"],
    );
  });
});
