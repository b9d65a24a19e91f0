/** @import { AdminApi } from "./admin-api.js" */
/** @import { Translate } from "./messages.js" */
import { ApiError } from "./admin-api.js";
import { notice } from "./dom.js";
import { SessionEndedError } from "./sign-in.js";

/**
 * What each part of the page works with.
 *
 * @typedef {object} Context
 * @property {AdminApi} api
 * @property {Translate} t
 * @property {Set<unknown>} roles what the admin may do in the realm
 * @property {() => Promise<void>} changed called when something was saved
 * @property {(error: unknown) => void} failed shows what went wrong
 */

/**
 * Shows an error at the top of the page.
 *
 * @param {HTMLElement} place
 * @param {Translate} t
 * @param {unknown} error
 */
export function showError(place, t, error) {
  if (error instanceof SessionEndedError) {
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = t("logIn");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    place.replaceChildren(notice("danger", t("sessionEnded"), " ", link));
  } else if (error instanceof ApiError && error.status === 403) {
    place.replaceChildren(notice("danger", t("notAllowed")));
  } else {
    const text = error instanceof Error ? error.message : String(error);
    place.replaceChildren(notice("danger", `${t("failed")} ${text}`));
  }
}

/**
 * Returns `otherwise` if the admin lacks the permission; other failures are thrown.
 *
 * @template T
 * @param {Promise<T>} answer
 * @param {T} otherwise
 */
export async function ifAllowed(answer, otherwise) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return otherwise;
    throw error;
  }
}
