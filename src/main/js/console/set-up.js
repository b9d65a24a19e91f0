/** @import { Context } from "./context.js" */
/** @import { Definition } from "./types" */
import { errorNotice } from "./context.js";
import { details, list, make, notice } from "./dom.js";
import { ApiError, SessionEndedError } from "./errors.js";
import { field, textInput } from "./fields.js";
import { identityFields } from "./identities.js";
import { moreFields } from "./more.js";
import { SettingsDraft } from "./settings-draft.js";
import { SECRET, SharedSecret } from "./shared-secret.js";

const DOMAIN = "helpshift.domain";
const IDENTITY = "helpshift.identity.<identifier>";
const LOGIN = "helpshift.login";
const PLATFORM_ID = "helpshift.platform_id";

/**
 * The form of the realm's settings and the shared secret.
 *
 * @param {Context} context
 */
export async function setUpPart(context) {
  const { api, t, roles } = context;
  const secret = new SharedSecret(api);
  const [{ body, tag }] = await Promise.all([api.getTagged("/helpshift/settings"), secret.load()]);
  /** @type {Definition[]} */
  const definitions = body.definitions;
  const definitionOf = (/** @type {string} */ key) => definitions.find((definition) => definition.key === key);
  const draft = new SettingsDraft(body.settings, tag);

  const result = make("div", { "aria-live": "polite" });
  const secretInput = textInput("", () => {}, {
    type: "password",
    autocomplete: "new-password",
    name: SECRET,
  });
  const mask = () => (secretInput.placeholder = secret.isSavedFor(draft.get(LOGIN)) ? t("secretSaved") : "");
  mask();
  const form = make("form", { novalidate: true, submit: (event) => void save(event) });
  const setting = (/** @type {string} */ key) => {
    const control = textInput(draft.get(key), (value) => draft.set(key, value));
    control.name = key;
    const { label = key, help } = definitionOf(key) ?? {};
    return field({ label, help, control });
  };
  const submit = make("button", { type: "submit", class: "pf-v5-c-button pf-m-primary" }, t("save"));
  const mayEdit = roles.has("manage-realm");
  form.append(
    setting(DOMAIN),
    setting(PLATFORM_ID),
    field({ label: t("secret"), help: t("secretHelp"), control: secretInput }),
    details(t("identities"), ...(await identityFields(context, draft, definitionOf(IDENTITY)?.identifiers ?? []))),
    details(t("more"), ...moreFields(context, draft, definitions, [DOMAIN, PLATFORM_ID])),
    result,
    mayEdit ? submit : make("p", {}, t("mayNotSave")),
  );
  if (!mayEdit) for (const control of form.querySelectorAll("input, select")) control.setAttribute("disabled", "");
  return [form];

  /** @param {Event} event */
  async function save(event) {
    event.preventDefault();
    submit.disabled = true;
    try {
      if (draft.isChanged) await saveSettings();
      if (secretInput.value) {
        await secret.save(secretInput.value.trim(), draft.get(LOGIN));
        secretInput.value = "";
      }
      mask();
      result.replaceChildren(notice("success", t("saved")));
      await context.changed();
    } catch (error) {
      await explain(error).catch(fail);
    } finally {
      submit.disabled = false;
    }
  }

  async function saveSettings() {
    const answer = await api.put("/helpshift/settings", { settings: draft.wanted() }, { "If-Match": draft.tag });
    draft.saved(answer.body.settings, answer.tag);
  }

  /** @param {unknown} error */
  async function explain(error) {
    if (error instanceof ApiError && error.status === 412) {
      const now = await api.getTagged("/helpshift/settings");
      const lines = draft.takeOver(now.body.settings, now.tag).map(({ key, theirs }) => `${key}: ${theirs || t("notSet")}`);
      result.replaceChildren(notice("warning", t("changedMeanwhile"), list(lines)));
      refill();
    } else if (error instanceof ApiError && error.body?.errors) {
      const lines = Object.entries(error.body.errors).map(([key, message]) => `${key} ${message}`);
      result.replaceChildren(notice("danger", error.message, list(lines)));
    } else {
      fail(error);
    }
  }

  /** @param {unknown} error */
  function fail(error) {
    if (error instanceof SessionEndedError) context.failed(error);
    result.replaceChildren(errorNotice(t, error));
  }

  /** Shows what was changed elsewhere, and keeps what was changed here. */
  function refill() {
    for (const control of form.querySelectorAll("input, select")) {
      const input = /** @type {HTMLInputElement | HTMLSelectElement} */ (control);
      if (input.name.startsWith("helpshift.")) input.value = draft.get(input.name);
    }
  }
}
