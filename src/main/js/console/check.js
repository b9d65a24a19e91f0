/** @import { Context } from "./context.js" */
/** @import { CheckAnswer, Finding } from "./types" */
import { button, make, notice, section } from "./dom.js";

/** The findings of the check, errors first. It runs when it is asked to, and after each save. */
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
    this.element = section(
      t("check"),
      this.#findings,
      button(t("runCheck"), () => void this.run().catch(context.failed)),
    );
  }

  async run() {
    const { api, t } = this.#context;
    /** @type {CheckAnswer} */
    const { errors, findings } = await api.get("/helpshift/check");
    this.#counted(errors);
    const notes = findings.filter(({ severity }) => severity === "info");
    const problems = findings.filter(({ severity }) => severity !== "info");
    this.#findings.replaceChildren(
      ...(problems.length ? [] : [notice("success", t("noProblems"))]),
      ...problems.map((finding) => this.#show(finding)),
      ...(notes.length
        ? [
            make(
              "details",
              { class: "hs-details" },
              make("summary", {}, t("notes", String(notes.length))),
              ...notes.map((finding) => this.#show(finding)),
            ),
          ]
        : []),
    );
  }

  /** @param {Finding} finding */
  #show({ severity, code, client, what, why, fix }) {
    const { t } = this.#context;
    const kind = { error: "hs-danger", warning: "hs-warning", info: "hs-info" }[severity];
    return make(
      "div",
      { class: `hs-notice ${kind}` },
      make("strong", {}, `${t(severity)}: ${what}`),
      ...(client ? [make("p", {}, t("ofClient", client))] : []),
      make("p", {}, why),
      make("p", {}, fix),
      make("code", {}, code),
    );
  }
}
