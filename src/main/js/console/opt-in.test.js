import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eligible, optIn, saysOtherwise, scopesOf } from "./opt-in.js";

const MAPPERS = [{ name: "helpshift", protocolMapper: "helpshift-identity-token" }];

/** An admin API that keeps client scopes and what it was asked to do. */
class FakeApi {
  /** @type {string[]} */
  calls = [];

  /** @param {any[]} scopes */
  constructor(scopes) {
    this.scopes = scopes;
  }

  async get() {
    return this.scopes;
  }

  /**
   * @param {string} path
   * @param {any} body
   */
  async post(path, body) {
    this.calls.push(`POST ${path}`);
    this.scopes = [...this.scopes, { id: "new", ...body }];
  }

  /** @param {string} path */
  async put(path) {
    this.calls.push(`PUT ${path}`);
  }
}

describe("Opting a client in", () => {
  const client = { id: "c", clientId: "web" };

  test("makes the client scope with the mapper if it is missing", async () => {
    const api = new FakeApi([{ id: "email", name: "email", protocolMappers: [] }]);
    await optIn(/** @type {any} */ (api), client);
    assert.deepEqual(api.calls, ["POST /client-scopes", "PUT /clients/c/default-client-scopes/new"]);
  });

  test("uses the client scope that is there", async () => {
    const api = new FakeApi([{ id: "ours", name: "support", protocolMappers: MAPPERS }]);
    await optIn(/** @type {any} */ (api), client);
    assert.deepEqual(api.calls, ["PUT /clients/c/default-client-scopes/ours"]);
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
