import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linkTo, placeOf } from "./place.js";

describe("The place in the console", () => {
  for (const [hash, expected] of [
    ["", { realm: "master", open: false, userId: "" }],
    ["#/acme", { realm: "acme", open: false, userId: "" }],
    ["#/acme/helpshift", { realm: "acme", open: true, userId: "" }],
    ["#/acme/helpshift?user=4f-1", { realm: "acme", open: true, userId: "4f-1" }],
    ["#/acme/users/4f-1/settings", { realm: "acme", open: false, userId: "4f-1" }],
    ["#/acme/users/ada/credentials", { realm: "acme", open: false, userId: "ada" }],
    ["#/acme/users/f%3A4f-1%3Aada/settings", { realm: "acme", open: false, userId: "f:4f-1:ada" }],
    ["#/acme/users/list-of-all", { realm: "acme", open: false, userId: "" }],
    ["#/a%20b/users/add-user", { realm: "a b", open: false, userId: "" }],
    ["#/%E0%A4%A/helpshift", { realm: "%E0%A4%A", open: true, userId: "" }],
  ]) {
    test(`of '${hash}'`, () => assert.deepEqual(placeOf(/** @type {string} */ (hash), "master"), expected));
  }

  test("leads to the page and back to the same place", () => {
    const place = { realm: "a/b", open: true, userId: "4f-1" };
    assert.deepEqual(placeOf(linkTo(place), "master"), place);
  });
});
