/** @import { Context } from "./context.js" */
/** @import { Translate } from "./messages.js" */
/** @import { Place } from "./place.js" */
/** @import { AdminApi } from "./admin-api.js" */
import { CheckSection } from "./check.js";
import { ClientList } from "./client-list.js";
import { clientsPart } from "./clients.js";
import { errorNotice } from "./context.js";
import { button, make } from "./dom.js";
import { ApiError, SessionEndedError } from "./errors.js";
import { showField } from "./fields.js";
import { keycloakPagesPart } from "./keycloak-pages.js";
import { messagesFor } from "./messages.js";
import { part } from "./part.js";
import { setUpPart } from "./set-up.js";
import { Turns } from "./turns.js";
import { userPart } from "./user.js";

/** The page over the console. It is a separate dialog, so that the console does not change. */
export class HelpshiftPage {
  #counted;
  #left;
  #t = messagesFor(navigator.language);
  /** One each time the page is opened or closed: what still loads for an earlier one is not shown. */
  #turns = new Turns();
  /** @type {() => boolean} */
  #isDirty = () => false;
  #problem = make("div", {});
  #dialog = make("dialog", { class: "hs-page", "aria-label": "Helpshift" });

  /**
   * @param {(realm: string, errors: number, label: string) => void} counted how many errors the check has found
   * @param {() => void} left called when the admin closes the page
   */
  constructor(counted, left) {
    this.#counted = counted;
    this.#left = left;
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      left();
    });
    // A browser closes a dialog without asking at a second Escape.
    this.#dialog.addEventListener("close", () => {
      if (this.#dialog.isConnected) left();
    });
  }

  /** Whether the admin has typed something that is not saved yet. */
  get isDirty() {
    return this.#isDirty();
  }

  /** Asks the admin whether what is not saved may be lost. */
  mayLeave() {
    if (!this.isDirty || confirm(this.#t("unsaved"))) return true;
    this.#show();
    return false;
  }

  close() {
    this.#begin();
    this.#dialog.close();
    this.#dialog.remove();
  }

  #show() {
    // An open dialog that is moved would no longer be a modal one.
    if (!this.#dialog.isConnected) document.body.append(this.#dialog);
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  /** Returns whether nothing else has begun since. */
  #begin() {
    this.#isDirty = () => false;
    return this.#turns.begin();
  }

  /**
   * Counts the errors before the page is opened; for those who may see them.
   *
   * @param {AdminApi} api
   */
  async count(api) {
    const { t, roles } = await whoIs(api);
    if (!has(roles, "view-realm", "manage-realm")) return;
    const { errors } = await api.get("/helpshift/check");
    this.#counted(api.realm, errors, t("errorCount", String(errors)));
  }

  /**
   * @param {AdminApi} api
   * @param {Place} place
   */
  async open(api, place) {
    const isCurrent = this.#begin();
    const problem = this.#problem;
    problem.replaceChildren();
    const body = make("div", { class: "hs-body" }, make("p", { role: "status" }, this.#t("loading")));
    const failed = (/** @type {unknown} */ error) => {
      if (!isCurrent()) return;
      problem.replaceChildren(errorNotice(this.#t, error));
      if (error instanceof SessionEndedError) {
        // Nothing else works then.
        body.replaceChildren(problem);
        this.#isDirty = () => false;
      }
      problem.scrollIntoView({ block: "nearest" });
    };
    this.#dialog.replaceChildren(body);
    this.#show();
    try {
      const who = await whoIs(api);
      if (!isCurrent()) return;
      this.#t = who.t;
      this.#dialog.lang = this.#t("language");
      const context = this.#context(api, who, failed);
      this.#isDirty = () => context.isDirty();
      body.replaceChildren(problem, ...this.#parts(context, place));
    } catch (error) {
      if (!isCurrent()) return;
      body.replaceChildren(problem);
      failed(error);
    }
    this.#dialog.replaceChildren(this.#head(place), body);
  }

  /**
   * @param {AdminApi} api
   * @param {{ t: Translate, roles: Set<unknown> }} who
   * @param {(error: unknown) => void} failed
   * @returns {Context}
   */
  #context(api, { t, roles }, failed) {
    return {
      api,
      t,
      roles,
      failed,
      clients: new ClientList(api),
      changed: async () => {},
      isDirty: () => false,
      mended: new EventTarget(),
      show: (name) => showField(this.#dialog, name),
    };
  }

  /** @param {Place} place */
  #head({ realm }) {
    const t = this.#t;
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
  #parts(context, { userId }) {
    const { t, roles } = context;
    const mayViewRealm = has(roles, "view-realm", "manage-realm");
    // With fine-grained permissions, admins who may only query users may view some of them.
    const mayViewUsers = has(roles, "view-users", "manage-users", "query-users");
    if (!mayViewRealm && !mayViewUsers) return [make("p", {}, t("nothingAllowed"))];
    const user = mayViewUsers
      ? part(context, t("lookAtUser"), () => userPart(context, userId))
      : make("p", { class: "hs-help" }, t("usersNotAllowed"));
    if (!mayViewRealm) return [user, make("p", { class: "hs-help" }, t("setUpNotAllowed"))];
    const { realm } = context.api;
    const check = new CheckSection(context, (errors) => this.#counted(realm, errors, t("errorCount", String(errors))));
    context.changed = () => {
      this.#problem.replaceChildren();
      return check.run();
    };
    void check.run();
    const parts = [
      check.element,
      part(context, t("setUp"), setUpPart),
      part(context, t("clients"), clientsPart, { loadsAgain: true }),
      part(context, t("keycloakPages"), keycloakPagesPart, { loadsAgain: true }),
    ];
    return userId ? [user, ...parts] : [...parts, user];
  }
}

/**
 * The admin's language and roles; without any role in the realm Keycloak answers 403.
 *
 * @param {AdminApi} api
 */
async function whoIs(api) {
  try {
    const { locale, roles } = await api.whoAmI();
    return { t: messagesFor(locale), roles };
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return { t: messagesFor(navigator.language), roles: new Set() };
    throw error;
  }
}

/**
 * @param {Set<unknown>} roles
 * @param {string[]} wanted
 */
function has(roles, ...wanted) {
  return wanted.some((role) => roles.has(role));
}
