import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SettingsDraft } from "./settings-draft.js";

describe("The settings that are being changed", () => {
  test("are those that were loaded, with what was changed; blank removes", () => {
    const draft = new SettingsDraft({ a: "1", b: "2", c: "3" }, '"t"');
    draft.set("a", " 9 ");
    draft.set("b", "");
    assert.deepEqual(draft.wanted(), { a: "9", c: "3" });
    assert.ok(draft.isChanged);
  });

  test("are unchanged when the old value is typed again", () => {
    const draft = new SettingsDraft({ a: "1" }, "");
    draft.set("a", "2");
    draft.set("a", "1");
    assert.equal(draft.isChanged, false);
  });

  test("keep what was typed while they were being saved", () => {
    const draft = new SettingsDraft({ a: "1", b: "2", c: "3" }, '"old"');
    draft.set("a", "saved");
    draft.set("b", "");
    const sent = draft.wanted();
    draft.set("b", "typed");
    draft.set("c", "");
    draft.saved(sent, { a: "saved", c: "3" }, '"new"');
    assert.equal(draft.tag, '"new"');
    assert.deepEqual(draft.wanted(), { a: "saved", b: "typed" });

    draft.saved(draft.wanted(), { a: "saved", b: "typed" }, '"newer"');
    assert.equal(draft.isChanged, false);
  });

  test("keep both sides' changes when somebody else has saved, and say what they changed", () => {
    const draft = new SettingsDraft({ a: "1", b: "2", c: "3" }, '"old"');
    draft.set("a", "mine");
    assert.deepEqual(draft.takeOver({ a: "theirs", b: "4" }, '"new"'), [
      { key: "a", theirs: "theirs" },
      { key: "b", theirs: "4" },
      { key: "c", theirs: "" },
    ]);
    assert.deepEqual(draft.wanted(), { a: "mine", b: "4" });
    assert.equal(draft.tag, '"new"');
  });
});
