// Adapters as pages have them, without a server behind: they mirror what keycloak-js 26 and
// oidc-client-ts 3 call, and in which order.
"use strict";

window.FakeKeycloak = class {
  didInitialize = false;
  authenticated = false;
  token;
  refreshToken;
  updates = 0;
  onReady;
  onAuthSuccess;
  onAuthRefreshSuccess;
  onAuthLogout;

  async init({ token } = {}) {
    this.didInitialize = true;
    await null;
    if (token) {
      this.set(token);
      this.onAuthSuccess?.();
    }
    this.onReady?.(this.authenticated);
    return this.authenticated;
  }

  async updateToken(minValidity) {
    if (!this.refreshToken) throw new Error("Unable to update token, no refresh token available.");
    this.updates++;
    this.lastMinValidity = minValidity;
    const next = await this.refresh?.();
    if (next === undefined) return false;
    if (next === null) {
      this.clearToken();
      throw new Error("400");
    }
    this.set(next);
    this.onAuthRefreshSuccess?.();
    return true;
  }

  clearToken() {
    if (!this.token) return;
    this.set();
    this.onAuthLogout?.();
  }

  set(token) {
    this.token = token;
    this.refreshToken = token && "refresh";
    this.authenticated = !!token;
  }
};

window.FakeUserManager = class {
  #listeners = { UserLoaded: new Set(), UserUnloaded: new Set(), UserSignedOut: new Set() };
  user = null;
  renewals = 0;
  events = {};

  constructor() {
    for (const [name, all] of Object.entries(this.#listeners)) {
      this.events["add" + name] = (callback) => {
        all.add(callback);
        return () => all.delete(callback);
      };
      this.events["remove" + name] = (callback) => all.delete(callback);
    }
  }

  get listeners() {
    return Object.values(this.#listeners).reduce((sum, all) => sum + all.size, 0);
  }

  raise(name) {
    for (const callback of this.#listeners[name]) callback(this.user);
  }

  async getUser() {
    return this.user;
  }

  async signinSilent() {
    this.renewals++;
    if (this.refusal)
      throw Object.assign(new Error(this.refusal), { name: "ErrorResponse", error: this.refusal });
    this.user = { access_token: this.renewed, expired: false };
    this.raise("UserLoaded");
    return this.user;
  }

  load(token, expired = false) {
    this.user = { access_token: token, expired };
    this.raise("UserLoaded");
  }

  async removeUser() {
    this.user = null;
    this.raise("UserUnloaded");
  }
};
