/** A failure with a name of its own, in the form of an endpoint's error. */
export class Failure {
  /**
   * @param {string} error
   * @param {string} [description]
   */
  constructor(error, description) {
    this.data = { error, error_description: description };
  }
}

/**
 * Returns a text for what was thrown, without tokens.
 * @param {any} thrown
 */
export const wordsOf = (thrown) =>
  String(thrown?.message || thrown)
    .replace(/[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, "(token)")
    .slice(0, 200);
