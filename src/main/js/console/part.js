/** @import { Context } from "./context.js" */
import { MENDED, errorNotice } from "./context.js";
import { button, make, refill, section } from "./dom.js";
import { SessionEndedError } from "./errors.js";
import { Turns } from "./turns.js";

/**
 * A part of the page. Its heading is there at once; its content comes when Keycloak has answered, or a
 * word why it does not.
 *
 * @param {Context} context
 * @param {string} title
 * @param {(context: Context) => Promise<Node[]>} load
 * @param {{ loadsAgain?: boolean }} options whether it is loaded again after a finding was mended
 */
export function part(context, title, load, { loadsAgain = false } = {}) {
  const { t } = context;
  const content = make("div", {});
  const element = section(title, content);
  const heading = /** @type {HTMLElement} */ (element.firstElementChild);
  const fills = new Turns();
  const fill = async () => {
    const isLast = fills.begin();
    refill(content, heading, make("p", { role: "status" }, t("loading")));
    try {
      const loaded = await load(context);
      if (isLast()) content.replaceChildren(...loaded);
    } catch (error) {
      if (!isLast()) return;
      if (error instanceof SessionEndedError) context.failed(error);
      content.replaceChildren(
        errorNotice(t, error),
        button(t("tryAgain"), () => void fill()),
      );
    }
  };
  void fill();
  if (loadsAgain) context.mended.addEventListener(MENDED, () => void fill());
  return element;
}
