/** @import { Context } from "./context.js" */
/** @import { CheckAnswer, Finding, UserProfile } from "./types" */
/** @import { Mend, State } from "./mends.js" */
import { MENDED, errorNotice } from "./context.js";
import { button, details, make, notice, section } from "./dom.js";
import { SessionEndedError } from "./errors.js";
import { mendOf } from "./mends.js";

/** The findings of the check, errors first. It runs at a click, and after each save. */
export class CheckSection {
  #context;
  #counted;
  #findings = make("div", { "aria-live": "polite" });

  /**
   * @param {Context} context
   * @param {(errors: number) => void} counted
   */
  constructor(context, counted) {
    this.#context = context;
    this.#counted = counted;
    const { t } = context;
    this.#findings.append(make("p", {}, t("loading")));
    this.element = section(
      t("check"),
      this.#findings,
      button(t("runCheck"), () => void this.run()),
    );
  }

  async run() {
    const { api, t, failed } = this.#context;
    try {
      /** @type {CheckAnswer} */
      const answer = await api.get("/helpshift/check");
      this.#counted(answer.errors);
      this.#show(answer, await this.#state());
    } catch (error) {
      if (error instanceof SessionEndedError) failed(error);
      this.#findings.replaceChildren(errorNotice(t, error));
    }
  }

  /**
   * Returns the state for the mends. If it can't be loaded, the findings are still shown.
   *
   * @returns {Promise<State>}
   */
  async #state() {
    const { api } = this.#context;
    try {
      const [realm, { settings }, profile] = await Promise.all([
        api.get(""),
        api.get("/helpshift/settings"),
        api.getIfAllowed("/users/profile", /** @type {UserProfile} */ ({})),
      ]);
      return { realm, settings, profile };
    } catch {
      return { realm: {}, settings: {}, profile: {} };
    }
  }

  /**
   * @param {CheckAnswer} answer
   * @param {State} state
   */
  #show({ findings, accepted }, state) {
    const { t } = this.#context;
    const element = (/** @type {Finding} */ finding) => this.#element(finding, state);
    const notes = findings.filter(({ severity }) => severity === "info");
    const problems = findings.filter(({ severity }) => severity !== "info");
    this.#findings.replaceChildren(
      ...(problems.length ? [] : [notice("success", t("noProblems"))]),
      ...problems.map(element),
      ...(notes.length ? [details(t("notes", String(notes.length)), ...notes.map(element))] : []),
      ...(accepted.length ? [details(t("accepted", String(accepted.length)), ...accepted.map(element))] : []),
    );
  }

  /**
   * @param {Finding} finding
   * @param {State} state
   */
  #element(finding, state) {
    const { t, roles } = this.#context;
    const { severity, code, client, client_scope, what, why, fix, doc } = finding;
    const kind = { error: "hs-danger", warning: "hs-warning", info: "hs-info" }[severity];
    const mend = mendOf(finding, state, roles);
    return make(
      "div",
      { class: `hs-notice ${kind}` },
      make("strong", {}, `${t(severity)}: ${what}`),
      ...(client ? [make("p", {}, t("ofClient", client))] : []),
      ...(client_scope ? [make("p", {}, t("ofScope", client_scope))] : []),
      make("p", {}, why),
      make("p", {}, fix),
      make(
        "p",
        { class: "hs-row" },
        ...(mend ? [this.#button(mend)] : []),
        make("a", { href: doc, target: "_blank", rel: "noreferrer" }, t("explain", code)),
      ),
    );
  }

  /** @param {Mend} mend */
  #button({ label, parameter, run, field }) {
    const { api, clients, t, show, failed, changed, mended } = this.#context;
    const element = button(t(label, parameter), async () => {
      if (field) return show(field);
      element.disabled = true;
      try {
        await run?.(api);
        await clients.refresh();
        mended.dispatchEvent(new Event(MENDED));
        await changed();
      } catch (error) {
        failed(error);
        element.disabled = false;
      }
    });
    return element;
  }
}
