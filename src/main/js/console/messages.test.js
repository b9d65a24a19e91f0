import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { describe, test } from "node:test";
import { german } from "./messages-de.js";
import { english } from "./messages-en.js";
import { messagesFor } from "./messages.js";

describe("The messages", () => {
  test("are the same in both languages, but for the product's name", () => {
    assert.deepEqual(
      Object.keys(english).filter((key) => !(key in german)),
      ["helpshift"],
    );
    assert.deepEqual(
      Object.keys(german).filter((key) => !(key in english)),
      [],
    );
  });

  test("are all used", async () => {
    const folder = new URL(".", import.meta.url);
    const files = (await readdir(folder)).filter((name) => name.endsWith(".js") && !name.startsWith("messages"));
    const code = (await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")))).join();
    // Keys that are made: of a finding's severity, of a field that finds a user, of a layer, of a source's problem.
    const made = /^(error|warning|info|username|email|id|editable|undeclared|by\..*|language)$/;
    assert.deepEqual(
      Object.keys(english).filter((key) => !made.test(key) && !code.includes(`"${key}"`)),
      [],
    );
  });

  test("take a parameter as it is", () => {
    assert.equal(messagesFor("de-AT")("realm", "$&"), "Realm $&");
    assert.equal(messagesFor("fr")("close"), "Back to the console");
  });
});
