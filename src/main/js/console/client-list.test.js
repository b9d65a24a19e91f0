import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ClientList } from "./client-list.js";

const MAPPERS = [{ name: "helpshift", protocolMapper: "helpshift-identity-token" }];

/** @param {any} scopes */
async function load(...scopes) {
  const clients = Array.from({ length: 2000 }, (_, number) => ({ id: `${number}`, clientId: `app-${number}` }));
  const web = { id: "web", clientId: "web", defaultClientScopes: ["helpshift"] };
  const now = { ...clients[1999], defaultClientScopes: ["helpshift"] };
  const list = new ClientList(
    /** @type {any} */ ({
      get: async () => now,
      getIfAllowed: async () => scopes,
      getAllIfAllowed: async () => [...clients, web],
    }),
  );
  await list.load();
  return { list, names: () => list.all.map(({ clientId }) => clientId), last: /** @type {any} */ (clients[1999]) };
}

describe("The list of thousands of clients", () => {
  test("begins with those that are opted in", async () => {
    const { list, names } = await load({ id: "1", name: "helpshift", protocolMappers: MAPPERS });
    assert.deepEqual(names().slice(0, 2), ["web", "app-0"]);
    assert.equal(names().length, 2001);
    assert.ok(list.hasScopes);
  });

  test("knows one as it is after its switch, wherever it is in the list", async () => {
    const { list, names, last } = await load({ id: "1", name: "helpshift", protocolMappers: MAPPERS });
    assert.equal(list.isOptedIn(last), false);
    assert.ok(list.isOptedIn(await list.refresh(last)));
    assert.deepEqual(names().slice(0, 2), ["app-1999", "web"]);
  });

  test("tells whether the admin may see the client scopes", async () => {
    const { list } = await load();
    assert.equal(list.hasScopes, false);
  });
});
