/** @import { Place } from "./place.js" */
import { make } from "./dom.js";
import { linkTo } from "./place.js";

const MENU = "nav.pf-v5-c-nav";

/**
 * The link to the page: a line in the console's side menu, or a button if there is no such menu. It shows how
 * many errors the check has found.
 */
export class Entry {
  #link = make("a", { id: "nav-item-helpshift", class: "pf-v5-c-nav__link" }, "Helpshift");
  #inMenu = make(
    "section",
    { class: "pf-v5-c-nav__section hs-nav", "aria-label": "Helpshift" },
    make("ul", { class: "pf-v5-c-nav__list", role: "list" }, make("li", { class: "pf-v5-c-nav__item" }, this.#link)),
  );
  #count = make("span", { class: "hs-count" });

  /**
   * Puts the link in its place, because the console may have drawn its menu again.
   *
   * @param {ParentNode} page
   * @param {HTMLElement} body
   */
  place(page, body) {
    const menu = page.querySelector(MENU);
    const isPlaced = menu ? this.#inMenu.parentNode === menu : this.#link.parentNode === body;
    if (isPlaced) return;
    this.#link.className = menu ? "pf-v5-c-nav__link" : "pf-v5-c-button pf-m-primary hs-entry";
    if (menu) {
      this.#inMenu.querySelector("li")?.append(this.#link);
      menu.append(this.#inMenu);
    } else {
      this.#inMenu.remove();
      body.append(this.#link);
    }
  }

  /** @param {Place} place */
  lead(place) {
    this.#link.href = linkTo(place);
  }

  /**
   * @param {number} errors
   * @param {string} label for screen readers
   */
  count(errors, label) {
    this.#count.textContent = String(errors);
    if (errors) {
      this.#link.append(this.#count);
      this.#link.ariaLabel = `Helpshift, ${label}`;
    } else {
      this.#count.remove();
      this.#link.ariaLabel = null;
    }
  }
}
