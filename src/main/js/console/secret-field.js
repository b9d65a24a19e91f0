/** @import { Context } from "./context.js" */
/** @import { SettingsDraft } from "./settings-draft.js" */
/** @import { SharedSecret } from "./shared-secret.js" */
import { button, make } from "./dom.js";
import { field, textInput } from "./fields.js";
import { SECRET } from "./shared-secret.js";

const LOGIN = "helpshift.login";
const PLATFORM_ID = "helpshift.platform_id";
const VAULT = "helpshift.secret";

/**
 * The field for the shared secret of the app that the form names. While the settings name an entry of the
 * vault, that entry signs: then the field is closed, and says what to do.
 */
export class SecretField {
  #context;
  #secret;
  #draft;
  #input = textInput("", () => {}, { type: "password", autocomplete: "new-password", name: SECRET });
  #note = make("div", { role: "status" });

  /**
   * @param {Context} context
   * @param {SharedSecret} secret
   * @param {SettingsDraft} draft
   */
  constructor(context, secret, draft) {
    this.#context = context;
    this.#secret = secret;
    this.#draft = draft;
    const { t } = context;
    this.element = field({ label: t("secret"), help: t("secretHelp"), control: this.#input, beside: [this.#note] });
    this.show();
  }

  get isDirty() {
    return this.#typed !== "";
  }

  /** Shows what the settings in the form mean for the secret. */
  show() {
    const { t, roles, show } = this.#context;
    const isInVault = this.#draft.get(VAULT) !== "";
    this.#input.disabled = isInVault || !roles.has("manage-realm");
    this.#input.placeholder = !isInVault && this.#secret.isSavedFor(this.#app) ? t("secretSaved") : "";
    if (isInVault === this.#note.hasChildNodes()) return;
    this.#note.replaceChildren(
      ...(isInVault
        ? [
            make("p", { class: "hs-notice hs-info" }, t("secretInVault", VAULT)),
            button(t("mendSetting"), () => show(VAULT), "link"),
          ]
        : []),
    );
  }

  /** Saves what was typed, if anything. */
  async save() {
    const typed = this.#typed;
    if (!typed) return;
    await this.#secret.save(typed, this.#app);
    // The admin may have typed another one meanwhile.
    if (this.#typed === typed) this.#input.value = "";
    this.show();
  }

  get #typed() {
    return this.#input.disabled ? "" : this.#input.value.trim();
  }

  get #app() {
    return { platformId: this.#draft.get(PLATFORM_ID), login: this.#draft.get(LOGIN) };
  }
}
