/** @import { AdminApi } from "./admin-api.js" */
/** @import { ClientList } from "./client-list.js" */
/** @import { Translate } from "./messages.js" */
import { ApiError, SessionEndedError, UnreachableError } from "./errors.js";
import { make, notice } from "./dom.js";

/**
 * What each part of the page works with.
 *
 * @typedef {object} Context
 * @property {AdminApi} api
 * @property {Translate} t
 * @property {Set<unknown>} roles what the admin may do in the realm
 * @property {ClientList} clients
 * @property {() => Promise<void>} changed called when something was saved
 * @property {(error: unknown) => void} failed shows what went wrong
 * @property {EventTarget} mended hears of {@link MENDED}
 * @property {(name: string) => void} show leads to the field of that name
 */

/** The event after a finding was mended: what parts of the page show may have changed. */
export const MENDED = "mended";

/**
 * What went wrong, in words.
 *
 * @param {Translate} t
 * @param {unknown} error
 */
export function errorNotice(t, error) {
  if (error instanceof SessionEndedError) {
    // The console leads to its login where there is no session.
    const again = (/** @type {Event} */ event) => (event.preventDefault(), location.reload());
    return notice("danger", t("sessionEnded"), " ", make("a", { href: location.pathname, click: again }, t("logIn")));
  }
  if (error instanceof UnreachableError) return notice("danger", t("unreachable"));
  if (error instanceof ApiError && error.status === 403) return notice("danger", t("notAllowed"));
  if (error instanceof ApiError && error.status >= 500) return notice("danger", t("serverError", String(error.status)));
  return notice("danger", `${t("failed")} ${error instanceof Error ? error.message : String(error)}`);
}
