import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allowsFrames, withFrames, withoutFrames } from "./policy.js";

const FRAMES = "https://*.helpshift.com";
const KEYCLOAKS = "frame-src 'self'; frame-ancestors 'self'; object-src 'none';";

describe("The Content-Security-Policy", () => {
  for (const [policy, expected] of [
    [KEYCLOAKS, `frame-src 'self' ${FRAMES}; frame-ancestors 'self'; object-src 'none';`],
    ["frame-src 'none'", `frame-src ${FRAMES};`],
    ["default-src 'self'", `default-src 'self'; frame-src 'self' ${FRAMES};`],
    ["child-src a.com; default-src 'self'", `child-src a.com; default-src 'self'; frame-src a.com ${FRAMES};`],
    ["frame-src https:", "frame-src https:;"],
    ["object-src 'none'", "object-src 'none'"],
    ["", ""],
  ]) {
    test(`'${policy}' with frames is '${expected}'`, () => {
      assert.equal(withFrames(policy), expected);
      assert.ok(allowsFrames(expected));
    });
  }

  test("is as it was when the frames are taken out again", () => {
    assert.equal(withoutFrames(withFrames(KEYCLOAKS)), KEYCLOAKS);
  });

  test("keeps what other directives name when the frames are taken out again", () => {
    const policy = `img-src ${FRAMES} data:; frame-src 'self' ${FRAMES};`;
    assert.equal(withoutFrames(policy), `img-src ${FRAMES} data:; frame-src 'self';`);
  });

  test("of a new realm allows no frames of Helpshift's", () => {
    assert.equal(allowsFrames(KEYCLOAKS), false);
  });
});
