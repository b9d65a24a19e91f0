/** @typedef {import("./types").Ids} Ids */

const page = /** @type {any} */ (window);

/** The page's helpshiftConfig: changed in place, never replaced. */
export class PageConfig {
  /**
   * The fields that came from the server.
   * @type {string[]}
   */
  #ours = [];

  /**
   * @param {Record<string, any>} settings the server's
   * @param {Ids} [user]
   */
  apply(settings, user) {
    const config = (page.helpshiftConfig ||= {});
    // Removes what was said for the user before, full privacy for example.
    for (const name of this.#ours) delete config[name];
    Object.assign(config, settings);
    this.#ours = Object.keys(settings);
    this.clearUser();
    this.setUser(user);
  }

  /** @param {Ids} [user] */
  setUser(user) {
    Object.assign(page.helpshiftConfig, user);
  }

  clearUser() {
    delete page.helpshiftConfig?.userId;
    delete page.helpshiftConfig?.userEmail;
  }
}
