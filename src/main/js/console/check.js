/** @import { Context } from "./context.js" */
/** @import { CheckAnswer, Finding, UserProfile } from "./types" */
/** @import { Mend, State } from "./mends.js" */
import { MENDED, errorNotice } from "./context.js";
import { button, details, make, notice, oneAtATime, refill, section } from "./dom.js";
import { ChangedMeanwhileError, SessionEndedError } from "./errors.js";
import { mendOf } from "./mends.js";
import { Turns } from "./turns.js";

/** The findings of the check, errors first. It runs at a click, and after each save. */
export class CheckSection {
  #context;
  #counted;
  #runs = new Turns();
  #summary = make("div", { "aria-live": "polite" });
  #findings = make("div", {});
  #again;

  /**
   * @param {Context} context
   * @param {(errors: number) => void} counted
   */
  constructor(context, counted) {
    this.#context = context;
    this.#counted = counted;
    const { t } = context;
    this.#again = button(
      t("runCheck"),
      oneAtATime(() => this.run()),
    );
    this.element = section(t("check"), this.#summary, this.#findings, this.#again);
  }

  async run() {
    const { api, t, failed } = this.#context;
    const isLast = this.#runs.begin();
    this.#summary.replaceChildren(make("p", {}, t("checking")));
    try {
      /** @type {[CheckAnswer, State]} */
      const [answer, state] = await Promise.all([api.get("/helpshift/check"), this.#state()]);
      // What an earlier check has found may be corrected since.
      if (!isLast()) return;
      this.#counted(answer.errors);
      this.#show(answer, state);
    } catch (error) {
      if (!isLast()) return;
      if (error instanceof SessionEndedError) failed(error);
      this.#summary.replaceChildren(errorNotice(t, error));
      refill(this.#findings, this.#again);
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
    this.#summary.replaceChildren(
      problems.length ? make("p", {}, t("problems", String(problems.length))) : notice("success", t("noProblems")),
    );
    refill(
      this.#findings,
      this.#again,
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
    const mend = mendOf(finding, state);
    const isAllowed = !mend?.role || roles.has(mend.role);
    return make(
      "div",
      { class: `hs-notice ${kind}` },
      make("strong", {}, `${t(severity)}: ${what}`),
      ...(client ? [make("p", {}, t("ofClient", client))] : []),
      ...(client_scope ? [make("p", {}, t("ofScope", client_scope))] : []),
      make("p", {}, why),
      make("p", {}, fix),
      ...(isAllowed ? [] : [make("p", { class: "hs-help" }, t("mendNeeds", mend?.role))]),
      make(
        "p",
        { class: "hs-row" },
        ...(mend && isAllowed ? [this.#button(mend)] : []),
        make("a", { href: doc, target: "_blank", rel: "noreferrer" }, t("explain", code)),
      ),
    );
  }

  /** @param {Mend} mend */
  #button({ label, parameter, run, field = "" }) {
    const { t, show } = this.#context;
    return button(t(label, parameter), run ? oneAtATime(() => this.#mend(run)) : () => show(field));
  }

  /** @param {NonNullable<Mend["run"]>} run */
  async #mend(run) {
    const { api, clients, failed, changed, mended } = this.#context;
    try {
      await run(api);
    } catch (error) {
      failed(error);
      // The next click is about what the admin sees then.
      if (error instanceof ChangedMeanwhileError) await this.run();
      return;
    }
    clients.forget();
    mended.dispatchEvent(new Event(MENDED));
    await changed();
  }
}
