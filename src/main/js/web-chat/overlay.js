/** @param {any} value */
const isPlain = (value) => !!value && Object.getPrototypeOf(value) === Object.prototype;

/** Lays values over those of an object, key by key; what was there comes back when they go. */
export class Overlay {
  /** @type {any} */
  #target;
  /** @type {Map<string, () => void>} */
  #undo = new Map();

  /** @param {object} target */
  constructor(target) {
    this.#target = target;
  }

  /** @param {Record<string, any>} values */
  apply(values) {
    this.restore();
    for (const [name, value] of Object.entries(values)) this.#lay(name, value);
  }

  restore() {
    for (const undo of this.#undo.values()) undo();
    this.#undo.clear();
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  #lay(name, value) {
    const target = this.#target;
    const own = target[name];
    if (isPlain(own) && isPlain(value) && Object.isExtensible(own)) {
      const nested = new Overlay(own);
      nested.apply(value);
      this.#undo.set(name, () => nested.restore());
      return;
    }
    const had = Object.hasOwn(target, name);
    const laid = isPlain(own) && isPlain(value) ? { ...own, ...value } : value;
    target[name] = laid;
    this.#undo.set(name, () => {
      // The page has set another value meanwhile: keep it.
      if (target[name] !== laid) return;
      if (had) target[name] = own;
      else delete target[name];
    });
  }
}
