/** @import { Context } from "./context.js" */
/** @import { Definition } from "./types" */
import { errorNotice } from "./context.js";
import { button, details, list, make, notice, oneAtATime } from "./dom.js";
import { ApiError, SessionEndedError } from "./errors.js";
import { field, textInput } from "./fields.js";
import { identityFields } from "./identities.js";
import { moreFields } from "./more.js";
import { SecretField } from "./secret-field.js";
import { SettingsDraft } from "./settings-draft.js";
import { SharedSecret } from "./shared-secret.js";

const DOMAIN = "helpshift.domain";
const IDENTITY = "helpshift.identity.<identifier>";
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
  const secretField = new SecretField(context, secret, draft);
  context.isDirty = () => draft.isChanged || secretField.isDirty;

  const result = make("div", { "aria-live": "polite" });
  const changed = () => secretField.show();
  const form = make("form", { novalidate: true, submit: oneAtATime(save), input: changed, change: changed });
  const setting = (/** @type {string} */ key) => {
    const control = textInput(draft.get(key), (value) => draft.set(key, value));
    control.name = key;
    const { label = key, help } = definitionOf(key) ?? {};
    return field({ label, help, control });
  };
  form.append(
    setting(DOMAIN),
    setting(PLATFORM_ID),
    secretField.element,
    details(t("identities"), ...(await identityFields(context, draft, definitionOf(IDENTITY)?.identifiers ?? []))),
    details(t("more"), ...moreFields(context, draft, definitions, [DOMAIN, PLATFORM_ID])),
    result,
    roles.has("manage-realm")
      ? make("button", { type: "submit", class: "pf-v5-c-button pf-m-primary" }, t("save"))
      : make("p", {}, t("mayNotSave")),
  );
  if (!roles.has("manage-realm")) {
    for (const control of form.querySelectorAll("input, select")) control.setAttribute("disabled", "");
  }
  return [form];

  async function save() {
    if (!context.isDirty()) return result.replaceChildren(notice("info", t("nothingToSave")));
    /** @type {Node[]} */
    const saved = [];
    try {
      if (draft.isChanged) {
        await saveSettings();
        saved.push(notice("success", t("settingsSaved")));
      }
      await secretField.save();
    } catch (error) {
      result.replaceChildren(...saved, await explain(error).catch(failed));
      if (saved.length) void context.changed();
      return;
    }
    result.replaceChildren(notice("success", t("saved")));
    // Without waiting for it, because the form ignores the next click until this is done.
    void context.changed();
  }

  async function saveSettings() {
    const settings = draft.wanted();
    const answer = await api.put("/helpshift/settings", { settings }, { "If-Match": draft.tag });
    draft.saved(settings, answer.body.settings, answer.tag);
  }

  /**
   * @param {unknown} error
   * @returns {Promise<Node>}
   */
  async function explain(error) {
    if (error instanceof ApiError && error.status === 412) {
      const now = await api.getTagged("/helpshift/settings");
      const theirs = draft.takeOver(now.body.settings, now.tag);
      showDraft();
      return notice("warning", t("changedMeanwhile"), list(theirs.map((one) => `${one.key}: ${one.theirs || t("notSet")}`)));
    }
    if (error instanceof ApiError && error.body?.errors) {
      const lines = Object.entries(error.body.errors).map(([key, message]) => lead(key, String(message)));
      return notice("danger", error.message, list(lines));
    }
    return failed(error);
  }

  /**
   * @param {string} key
   * @param {string} message
   */
  function lead(key, message) {
    return make(
      "span",
      {},
      button(key, () => context.show(key), "link pf-m-inline"),
      ` ${message}`,
    );
  }

  /** @param {unknown} error */
  function failed(error) {
    if (error instanceof SessionEndedError) context.failed(error);
    return errorNotice(t, error);
  }

  /** Shows what was changed elsewhere, and keeps what was changed here. */
  function showDraft() {
    for (const control of form.querySelectorAll("input, select")) {
      const input = /** @type {HTMLInputElement | HTMLSelectElement} */ (control);
      if (!input.name.startsWith("helpshift.")) continue;
      input.value = draft.get(input.name);
      // What depends on the value has to change with it.
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
