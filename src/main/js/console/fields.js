import { freshId, make } from "./dom.js";

/**
 * An input with its label and help.
 *
 * @param {{ label: string, help?: string, control: HTMLInputElement | HTMLSelectElement, beside?: Node[] }} field
 */
export function field({ label, help, control, beside = [] }) {
  control.id = freshId();
  const helpId = freshId();
  if (help) control.setAttribute("aria-describedby", helpId);
  return make(
    "div",
    { class: "hs-field" },
    make("label", { for: control.id }, label),
    make("span", { class: "pf-v5-c-form-control" }, control),
    ...(help ? [make("p", { class: "hs-help", id: helpId }, help)] : []),
    ...beside,
  );
}

/**
 * Leads to the field of that name; returns whether there is one.
 *
 * @param {HTMLElement} page
 * @param {string} name
 */
export function showField(page, name) {
  const control = page.querySelector(`[name="${CSS.escape(name)}"]`);
  if (!(control instanceof HTMLElement)) return false;
  const details = control.closest("details");
  if (details) details.open = true;
  control.scrollIntoView({ block: "center" });
  control.focus();
  return true;
}

/**
 * @param {string} value
 * @param {(value: string) => void} changed
 * @param {Record<string, string>} attributes
 */
export function textInput(value, changed, attributes = {}) {
  const input = make("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...attributes,
    input: () => changed(input.value),
  });
  input.value = value;
  return input;
}

/**
 * @param {string} value
 * @param {{ value: string, text: string }[]} options
 * @param {(value: string) => void} changed
 */
export function choice(value, options, changed) {
  const select = make("select", { change: () => changed(select.value) });
  // What is saved can be a text that is not offered.
  const all = options.some((option) => option.value === value) ? options : [...options, { value, text: value }];
  for (const option of all) select.append(make("option", { value: option.value }, option.text));
  select.value = value;
  return select;
}

/**
 * A switch that works at once. If that fails, it goes back. While it works, it ignores further clicks, and
 * keeps the focus.
 *
 * @param {{ label: string, help?: Text | string, on: boolean, enabled: boolean }} state
 * @param {(on: boolean) => Promise<void>} turn
 */
export function toggle({ label, help, on, enabled }, turn) {
  const helpId = freshId();
  const input = make("input", {
    type: "checkbox",
    role: "switch",
    id: freshId(),
    disabled: !enabled,
    "aria-describedby": help ? helpId : undefined,
    click: (event) => {
      if (input.ariaBusy) event.preventDefault();
    },
    change: async () => {
      input.ariaBusy = "true";
      await turn(input.checked).catch(() => (input.checked = !input.checked));
      input.ariaBusy = null;
    },
  });
  input.checked = on;
  return make(
    "div",
    { class: "hs-toggle" },
    input,
    make("label", { for: input.id }, label),
    ...(help ? [make("p", { class: "hs-help", id: helpId }, help)] : []),
  );
}
