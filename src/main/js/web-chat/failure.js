/**
 * Returns a failure with a name of its own, in the form of an endpoint's error.
 * @param {string} error
 * @param {any} [thrown] or a text: the description, without tokens
 */
export const failure = (error, thrown) => ({
  data: {
    error,
    error_description:
      thrown &&
      String(thrown.message || thrown)
        .replace(/[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, "(token)")
        .slice(0, 200),
  },
});
