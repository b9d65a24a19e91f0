/** @import { Context } from "./context.js" */
/** @import { SettingsDraft } from "./settings-draft.js" */
/** @import { Definition } from "./types" */
import { button, group, make } from "./dom.js";
import { choice, field, textInput } from "./fields.js";

/**
 * What settings are for, each with the beginnings of their keys. A new setting is among the last until it is
 * named here.
 *
 * @type {[string, RegExp][]}
 */
const PURPOSES = [
  ["purposeLogin", /^helpshift\.(login$|secret|user_name|language|email_policy|full_privacy)/],
  ["purposeUserData", /^helpshift\.(user_data|tags)/],
  ["purposeChat", /^helpshift\.(load|login_pages|watch|web_chat|widget)/],
  ["purposeOther", /./],
];

/**
 * All other settings by purpose, with their defaults, and the keys that contain a name of the realm's own.
 *
 * @param {Context} context
 * @param {SettingsDraft} draft
 * @param {Definition[]} definitions
 * @param {string[]} shown keys that have a field elsewhere
 */
export function moreFields({ t, roles, show }, draft, definitions, shown) {
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
  const add = () => {
    const key = newKey.value.trim();
    newKey.value = "";
    // The key may have its field already.
    if (key && !show(key)) addNamed(key).focus();
  };
  const newKey = textInput("", () => {});
  newKey.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Or else the form would be saved.
    event.preventDefault();
    add();
  });
  const patterns = definitions.filter(({ key }) => key.includes("<")).map(({ key }) => key);
  return [
    ...byPurpose(single).map(([purpose, settings]) =>
      group(t(purpose), ...settings.map((definition) => oneField(t, draft, definition))),
    ),
    group(
      t("purposeNamed"),
      named,
      field({ label: t("otherKey"), help: t("otherKeyHelp", patterns.join(", ")), control: newKey }),
      ...(roles.has("manage-realm") ? [button(t("add"), add)] : []),
    ),
  ];
}

/**
 * @param {Definition[]} definitions
 * @returns {[string, Definition[]][]}
 */
function byPurpose(definitions) {
  const purposeOf = (/** @type {string} */ key) => PURPOSES.find(([, keys]) => keys.test(key))?.[0];
  return PURPOSES.map(([purpose]) => [purpose, definitions.filter(({ key }) => purposeOf(key) === purpose)]);
}

/**
 * @param {Context["t"]} t
 * @param {SettingsDraft} draft
 * @param {Definition} definition
 */
function oneField(t, draft, { key, type, label, help, options, ...definition }) {
  const standard = t("default", definition.default ?? t("notSet"));
  const helpWithDefault = `${help} ${standard}`;
  const changed = (/** @type {string} */ value) => draft.set(key, value);
  const values = type === "boolean" ? ["true", "false"] : options;
  const control =
    values.length > 0
      ? choice(
          draft.get(key),
          [{ value: "", text: standard }, ...values.map((value) => ({ value, text: value }))],
          changed,
        )
      : textInput(draft.get(key), changed);
  control.name = key;
  return field({ label, help: helpWithDefault, control });
}
