/**
 * Returns the script's own element; a module has none. Not document.currentScript, because a visitor's <img
 * name="currentScript"> would replace it.
 * @type {{ nonce?: string, dataset: DOMStringMap, src: string }}
 */
export const { nonce, dataset, src } = /** @type {any} */ (
  Reflect.get(Document.prototype, "currentScript", document)
) || { dataset: {}, src: "" };

/** Where the realm's endpoints are. */
export const base = src && new URL(".", src).href;
