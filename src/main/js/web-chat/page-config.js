/** @typedef {import("./types").Ids} Ids */

const IDS = ["userId", "userEmail"];
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
    for (const name of IDS) delete config[name];
    // The page may not want this user signed in.
    if (!user) this.clearUser();
    this.setUser(user);
  }

  /** @param {Ids} [user] */
  setUser(user) {
    Object.assign(page.helpshiftConfig, user);
  }

  clearUser() {
    const digest = this.#ours.filter((name) => name === "userName" || name === "userAuthToken");
    for (const name of [...IDS, ...digest]) delete page.helpshiftConfig?.[name];
  }
}
