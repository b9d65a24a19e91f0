/** @param {any} value */
const isPlain = (value) => !!value && Object.getPrototypeOf(value) === Object.prototype;

/**
 * Lays values over those of an object, key by key; what was there comes back when they go.
 * @param {any} target
 */
export const overlay = (target) => {
  /** @type {(() => void)[]} */
  const undo = [];

  const restore = () => {
    for (const one of undo.splice(0)) one();
  };

  /**
   * @param {string} name
   * @param {any} value
   */
  const lay = (name, value) => {
    // Such an object is the page's: what the page adds to it later stays.
    if (isPlain(value)) target[name] ??= {};
    const own = target[name];
    const merged = isPlain(own) && isPlain(value);
    if (merged && Object.isExtensible(own)) {
      const nested = overlay(own);
      nested.apply(value);
      undo.push(nested.restore);
      return;
    }
    const had = Object.hasOwn(target, name);
    const laid = merged ? { ...own, ...value } : value;
    target[name] = laid;
    undo.push(() => {
      // The page has set another value meanwhile: keep it.
      if (target[name] !== laid) return;
      if (had) target[name] = own;
      else delete target[name];
    });
  };

  return {
    restore,
    /** @param {Record<string, any>} values */
    apply(values) {
      restore();
      for (const [name, value] of Object.entries(values)) lay(name, value);
    },
  };
};
