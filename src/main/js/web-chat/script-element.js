const LOCAL = /^(localhost|127\..*|\[::1\]|.*\.localhost)$/;

/**
 * The script's own element; a module has none. Not document.currentScript: a visitor's
 * <img name="currentScript"> would take its place.
 * @returns {{ nonce?: string, dataset: DOMStringMap, src: string }}
 */
export const ownElement = () =>
  /** @type {any} */ (Reflect.get(Document.prototype, "currentScript", document)) || {
    dataset: {},
    src: "",
  };

/** @param {string | undefined} attribute data-debug */
export const isDebugging = (attribute) =>
  attribute === undefined ? LOCAL.test(location.hostname) : attribute !== "off";
