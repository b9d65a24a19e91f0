/**
 * Makes an element. Text is always text: nothing is parsed as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined | ((event: Event) => void)>} attributes a
 *     function listens to the event of that name
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

let last = 0;

/** Returns an id that no other element has. */
export function freshId() {
  return `helpshift-${++last}`;
}

/**
 * @param {string} text
 * @param {(event: Event) => void} click
 * @param {string} kind PatternFly's modifier
 */
export function button(text, click, kind = "secondary") {
  return make("button", { type: "button", class: `pf-v5-c-button pf-m-${kind}`, click }, text);
}

/**
 * A part of the page with a heading.
 *
 * @param {string} title
 * @param {Node[]} children
 */
export function section(title, ...children) {
  const id = freshId();
  return make(
    "section",
    { class: "hs-card", "aria-labelledby": id },
    make("h2", { id, class: "hs-h2", tabindex: "-1" }, title),
    ...children,
  );
}

/**
 * @param {string} title
 * @param {Node[]} children
 */
export function details(title, ...children) {
  return make("details", { class: "hs-details" }, make("summary", {}, title), ...children);
}

/**
 * Fields that belong together.
 *
 * @param {string} title
 * @param {Node[]} fields
 */
export function group(title, ...fields) {
  return make("fieldset", { class: "hs-group" }, make("legend", {}, title), ...fields);
}

/** @param {(Node | string)[]} lines */
export function list(lines) {
  return make("ul", { class: "hs-list" }, ...lines.map((line) => make("li", {}, line)));
}

/**
 * Puts other elements into one. If the focus was inside, it goes to an element that stays, because a keyboard
 * user would be back at the beginning of the page.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} stays
 * @param {Node[]} children
 */
export function refill(element, stays, ...children) {
  const hadFocus = element.contains(document.activeElement);
  element.replaceChildren(...children);
  if (hadFocus) stays.focus();
}

/**
 * Returns the listener of a button or form that does one thing at a time. Until that is done, the element
 * ignores further clicks. It keeps the focus, which a disabled element would lose.
 *
 * @param {(event: Event) => Promise<unknown>} act
 */
export function oneAtATime(act) {
  let isBusy = false;
  return async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    await act(event).finally(() => (isBusy = false));
  };
}

/**
 * A message that screen readers read at once.
 *
 * @param {"success" | "info" | "warning" | "danger"} kind
 * @param {(Node | string)[]} children
 */
export function notice(kind, ...children) {
  return make("div", { class: `hs-notice hs-${kind}`, role: kind === "danger" ? "alert" : "status" }, ...children);
}
