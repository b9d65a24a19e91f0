import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { forAdminsOnly, problemOf, sourcesOf } from "./sources.js";

const PROFILE = {
  attributes: [
    { name: "username", permissions: { edit: ["admin", "user"] } },
    { name: "steam", permissions: { view: ["admin", "user"], edit: ["admin", "user"] } },
    { name: "player", permissions: { edit: ["admin"] } },
  ],
};

describe("A source", () => {
  test("can be chosen from the user profile and the identity providers", () => {
    assert.deepEqual(sourcesOf(PROFILE, [{ alias: "steam" }]), ["id", "none", "username", "steam", "player", "idp:steam"]);
    assert.deepEqual(sourcesOf({}, []), ["id", "none"]);
  });

  for (const [source, problem] of [
    ["", "none"],
    ["id", "none"],
    ["idp:steam", "none"],
    ["note:level", "none"],
    ["username", "none"],
    ["player", "none"],
    ["steam", "editable"],
    ["level", "undeclared"],
  ]) {
    test(`'${source}' has the problem ${problem}`, () => assert.equal(problemOf(source, PROFILE), problem));
  }

  test("that is not declared can be edited where users may add attributes", () => {
    assert.equal(problemOf("level", { ...PROFILE, unmanagedAttributePolicy: "ENABLED" }), "editable");
  });

  test("that is not declared is kept where only admins may add attributes", () => {
    assert.equal(problemOf("level", { ...PROFILE, unmanagedAttributePolicy: "ADMIN_EDIT" }), "none");
  });

  test("is mended by a user profile in which only admins edit it", () => {
    for (const source of ["steam", "level"]) {
      assert.equal(problemOf(source, forAdminsOnly(source, PROFILE)), "none");
    }
  });

  test("keeps who may view it when it is mended", () => {
    const steam = forAdminsOnly("steam", PROFILE).attributes?.find(({ name }) => name === "steam");
    assert.deepEqual(steam?.permissions, { view: ["admin", "user"], edit: ["admin"] });
  });
});
