/** @import { AdminApi } from "./admin-api.js" */
/** @import { ClientList } from "./client-list.js" */
/** @import { Translate } from "./messages.js" */
import { ApiError, ChangedMeanwhileError, ScopeNameTakenError, SessionEndedError, UnreachableError } from "./errors.js";
import { make, notice } from "./dom.js";

/**
 * The objects that all parts of the page use.
 *
 * @typedef {object} Context
 * @property {AdminApi} api
 * @property {Translate} t
 * @property {Set<unknown>} roles what the admin may do in the realm
 * @property {ClientList} clients
 * @property {() => Promise<void>} changed called when something was saved; the check runs again
 * @property {() => boolean} isDirty whether the admin has typed something that is not saved yet
 * @property {(error: unknown) => void} failed shows what went wrong
 * @property {EventTarget} mended hears of {@link MENDED}
 * @property {(name: string) => boolean} show leads to the field of that name, if there is one
 */

/** The event after a finding was corrected: parts of the page may have to change. */
export const MENDED = "mended";

/**
 * Returns a notice that says what went wrong.
 *
 * @param {Translate} t
 * @param {unknown} error
 */
export function errorNotice(t, error) {
  if (error instanceof SessionEndedError) {
    // Without a session, the console leads to its login.
    const again = (/** @type {Event} */ event) => (event.preventDefault(), location.reload());
    return notice("danger", t("sessionEnded"), " ", make("a", { href: location.pathname, click: again }, t("logIn")));
  }
  if (error instanceof ChangedMeanwhileError) return notice("warning", t("notReplaced"));
  if (error instanceof ScopeNameTakenError) return notice("danger", t("scopeNameTaken"));
  if (error instanceof UnreachableError) return notice("danger", t("unreachable"));
  if (error instanceof ApiError && error.status === 403) return notice("danger", t("notAllowed"));
  if (error instanceof ApiError && error.status >= 500) return notice("danger", t("serverError", String(error.status)));
  return notice("danger", `${t("failed")} ${error instanceof Error ? error.message : String(error)}`);
}
