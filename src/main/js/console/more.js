/** @import { Context } from "./context.js" */
/** @import { SettingsDraft } from "./settings-draft.js" */
/** @import { Definition } from "./types" */
import { button, make } from "./dom.js";
import { choice, field, textInput } from "./fields.js";

/**
 * All other settings, with their defaults, and the keys that contain a name of the realm's own.
 *
 * @param {Context} context
 * @param {SettingsDraft} draft
 * @param {Definition[]} definitions
 * @param {string[]} shown keys that have a field elsewhere
 */
export function moreFields({ t }, draft, definitions, shown) {
  const single = definitions.filter(({ key }) => !key.includes("<") && !shown.includes(key));
  const known = [...shown, ...single.map(({ key }) => key)];
  const named = make("div", {});
  /** @param {string} key */
  const addNamed = (key) => {
    const control = textInput(draft.get(key), (value) => draft.set(key, value));
    control.name = key;
    named.append(field({ label: key, control }));
    return control;
  };
  draft
    .keys()
    .filter((key) => !known.includes(key) && !/^helpshift\.identity\.\w+$/.test(key))
    .forEach(addNamed);
  const newKey = textInput("", () => {});
  const add = () => {
    if (newKey.value.trim()) addNamed(newKey.value.trim()).focus();
    newKey.value = "";
  };
  const patterns = definitions.filter(({ key }) => key.includes("<")).map(({ key }) => key);
  return [
    ...single.map((definition) => oneField(t, draft, definition)),
    named,
    field({ label: t("otherKey"), help: t("otherKeyHelp", patterns.join(", ")), control: newKey }),
    button(t("add"), add),
  ];
}

/**
 * @param {Context["t"]} t
 * @param {SettingsDraft} draft
 * @param {Definition} definition
 */
function oneField(t, draft, { key, type, label, help, options, ...definition }) {
  const standard = t("default", definition.default ?? t("notSet"));
  const changed = (/** @type {string} */ value) => draft.set(key, value);
  const values = type === "boolean" ? ["true", "false"] : options;
  const control =
    values.length > 0
      ? choice(
          draft.get(key),
          [{ value: "", text: standard }, ...values.map((value) => ({ value, text: value }))],
          changed,
        )
      : textInput(draft.get(key), changed, { placeholder: standard });
  control.name = key;
  return field({ label, help, control });
}
