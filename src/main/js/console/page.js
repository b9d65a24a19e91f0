/** @import { Context } from "./context.js" */
/** @import { Place } from "./place.js" */
/** @import { AdminApi } from "./admin-api.js" */
import { CheckSection } from "./check.js";
import { clientsSection } from "./clients.js";
import { showError } from "./context.js";
import { button, make } from "./dom.js";
import { keycloakPagesSection } from "./keycloak-pages.js";
import { messagesFor } from "./messages.js";
import { setUpSection } from "./set-up.js";
import { userSection } from "./user.js";

/** The page over the console: a dialog of its own, so that nothing of the console is touched. */
export class HelpshiftPage {
  #counted;
  #left;
  #dialog = make("dialog", { class: "hs-page", "aria-label": "Helpshift" });

  /**
   * @param {(errors: number, label: string) => void} counted how many errors the check has found
   * @param {() => void} left called when the admin closes the page
   */
  constructor(counted, left) {
    this.#counted = counted;
    this.#left = left;
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      left();
    });
  }

  close() {
    this.#dialog.close();
    this.#dialog.remove();
  }

  /**
   * Counts the errors before the page is opened; for those who may see them.
   *
   * @param {AdminApi} api
   */
  async count(api) {
    const { locale, roles } = await api.whoAmI();
    if (!has(roles, "view-realm", "manage-realm")) return;
    const { errors } = await api.get("/helpshift/check");
    this.#counted(errors, messagesFor(locale)("errorCount", String(errors)));
  }

  /**
   * @param {AdminApi} api
   * @param {Place} place
   */
  async open(api, place) {
    let t = messagesFor(navigator.language);
    const problem = make("div", {});
    const body = make("div", { class: "hs-body" }, problem, make("p", { role: "status" }, t("loading")));
    const failed = (/** @type {unknown} */ error) => showError(problem, t, error);
    this.#dialog.replaceChildren(body);
    document.body.append(this.#dialog);
    if (!this.#dialog.open) this.#dialog.showModal();
    try {
      const { locale, roles } = await api.whoAmI();
      t = messagesFor(locale);
      this.#dialog.lang = /^de\b/i.test(locale) ? "de" : "en";
      this.#dialog.replaceChildren(this.#head(t, place), body);
      const parts = await this.#parts({ api, t, roles, failed, changed: async () => {} }, place);
      body.replaceChildren(problem, ...parts);
    } catch (error) {
      this.#dialog.replaceChildren(this.#head(t, place), body);
      body.replaceChildren(problem);
      failed(error);
    }
  }

  /**
   * @param {Context["t"]} t
   * @param {Place} place
   */
  #head(t, { realm }) {
    return make(
      "header",
      { class: "hs-head" },
      make("div", {}, make("h1", { class: "hs-h1" }, t("helpshift")), make("p", {}, t("realm", realm))),
      button(t("close"), this.#left, "secondary"),
    );
  }

  /**
   * The parts that the admin may see, and a note about the roles that they lack.
   *
   * @param {Context} context
   * @param {Place} place
   */
  async #parts(context, { userId }) {
    const { t, roles } = context;
    const mayViewRealm = has(roles, "view-realm", "manage-realm");
    // With fine-grained permissions, who may only query users may view some of them.
    const mayViewUsers = has(roles, "view-users", "manage-users", "query-users");
    if (!mayViewRealm && !mayViewUsers) return [make("p", {}, t("nothingAllowed"))];
    const user = userSection(context, userId);
    if (!mayViewRealm) return [user, make("p", { class: "hs-help" }, t("setUpNotAllowed"))];
    const check = new CheckSection(context, (errors) => this.#counted(errors, t("errorCount", String(errors))));
    context.changed = () => check.run();
    const parts = [
      check.element,
      await setUpSection(context),
      await clientsSection(context),
      await keycloakPagesSection(context),
      mayViewUsers ? user : make("p", { class: "hs-help" }, t("usersNotAllowed")),
    ];
    await check.run();
    return userId ? [user, ...parts.filter((part) => part !== user)] : parts;
  }
}

/**
 * @param {Set<unknown>} roles
 * @param {string[]} wanted
 */
function has(roles, ...wanted) {
  return wanted.some((role) => roles.has(role));
}
