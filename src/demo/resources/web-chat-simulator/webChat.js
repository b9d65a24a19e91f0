// Stands in for Helpshift's webChat.js in tests and in the demo. It keeps the contract strictly:
// what the contract doesn't allow is a violation, which the panel shows and tests assert on.
// Nothing of Helpshift's is in here. Where the contract is silent, a comment says what was assumed.
(() => {
  "use strict";

  const LOGIN_MS = 5000;
  const BATCH_MS = 300; // assumed: Web Chat batches, the length of a batch is nowhere said
  const CALLS_A_MINUTE = 10; // assumed: "rate-limiting restrictions", no number is published
  const MAX_KEYS = 100;
  const MAX_CHARS = 1000;
  const EVENTS = [
    "onLoginRequest", "onWebChatRuntimeError", "newUnreadMessages", "userChanged", "widgetToggle",
    "conversationStart", "messageAdd", "csatSubmit", "conversationEnd", "conversationRejected",
    "conversationResolved", "conversationReopened", "agentMessageReceived", "userClickOnAction", "chatEnd",
  ];
  const ANONYMOUS = "web-chat-simulator:anonymous";
  const POSITIONS = ["bottom-right", "bottom-left", "top-left", "top-right"];

  const home = new URL(".", document.currentScript.src);
  const waiting = window.Helpshift?.q;
  const listeners = new Map(EVENTS.map((name) => [name, new Set()]));

  let config; // the object that was there at init: to be changed in place only
  let snapshot = {}; // what it said at init or at the last updateHelpshiftConfig
  let frame;
  let port;
  let frameReady;
  let round = 0; // a login request of an earlier round is void
  let request; // the login request that Helpshift waits for
  let batch = [];
  let rpc = 0;
  const answers = new Map();

  const state = {
    initialised: false,
    frame: "none", // none, loading, ready
    hidden: false,
    open: false,
    expired: false,
    pending: false,
    user: { kind: "none" },
    config: {},
    globalData: {},
    appData: {},
    tags: [],
    loginRequests: 0,
    updates: 0,
    lostUpdates: 0,
    calls: [],
    errors: [],
    violations: [],
    log: [],
  };

  const at = () => new Date().toISOString().slice(11, 23);
  const log = (text) => {
    state.log.push({ at: at(), text });
    if (state.log.length > 200) state.log.shift();
    render();
  };
  const violation = (text) => {
    state.violations.push(text);
    log("Violation: " + text);
    console.warn("Web Chat simulator: " + text);
  };
  const render = () => port?.postMessage({ render: structuredClone(state) });

  const fire = (name, data) => [...listeners.get(name)].map((listener) => Promise.resolve().then(() => listener(data)));
  const runtimeError = (error, reason, details) => {
    state.errors.push({ at: at(), error, reason, details });
    log(error + ": " + reason);
    for (const handled of fire("onWebChatRuntimeError", { error, reason, ...(details && { details }) }))
      handled.catch((e) => violation("a listener of onWebChatRuntimeError failed: " + e));
  };

  // ---- The frame, which talks to the server

  const size = () => {
    if (!frame) return;
    const { showLauncher = true, fullScreen = false, position = "bottom-right", zIndex = 2147483000 } = snapshot.widgetOptions || {};
    const full = state.open && (fullScreen || innerWidth <= 480);
    const [y, x] = POSITIONS.includes(position) ? position.split("-") : ["bottom", "right"];
    const gone = state.hidden || (!state.open && !showLauncher);
    Object.assign(frame.style, {
      position: "fixed", border: "0", colorScheme: "light", background: "transparent",
      display: gone ? "none" : "block",
      top: "auto", left: "auto", right: "auto", bottom: "auto",
      [y]: full ? "0" : "8px", [x]: full ? "0" : "8px",
      width: full ? "100%" : state.open ? "400px" : "72px",
      height: full ? "100%" : state.open ? "min(680px, calc(100% - 16px))" : "72px",
      maxWidth: full ? "none" : "calc(100% - 16px)",
      borderRadius: full ? "0" : "12px",
      boxShadow: state.open && !full ? "0 4px 24px rgb(0 0 0 / 25%)" : "none",
      zIndex: String(zIndex),
    });
  };

  const loadFrame = () =>
    new Promise((ready) => {
      state.frame = "loading";
      port = undefined;
      frame?.remove();
      frame = document.createElement("iframe");
      frame.title = "Web Chat";
      frame.id = "web-chat-simulator";
      frame.src = new URL("frame.html", home).href;
      const mine = frame;
      const hear = (event) => {
        if (event.source !== mine.contentWindow || event.origin !== home.origin || event.data !== "web-chat-simulator") return;
        removeEventListener("message", hear);
        if (mine !== frame) return;
        const channel = new MessageChannel();
        port = channel.port1;
        port.onmessage = fromFrame;
        mine.contentWindow.postMessage("web-chat-simulator", home.origin, [channel.port2]);
        state.frame = "ready";
        render();
        ready();
      };
      addEventListener("message", hear);
      size();
      document.body.append(frame);
    });

  const fromFrame = ({ data }) => {
    if (data.answer !== undefined) {
      answers.get(data.answer)?.(data.result);
      answers.delete(data.answer);
    } else if (data.press === "toggle") toggle(!state.open);
    else if (data.press === "reverify") reverify();
  };

  const ask = (path, body) =>
    new Promise((answer) => {
      const id = ++rpc;
      answers.set(id, answer);
      port.postMessage({ ask: id, path, body });
    });

  // ---- Who is there

  const ids = () => ({ userId: snapshot.userId || undefined, userEmail: snapshot.userEmail || undefined });
  const byIdentities = () => snapshot.authenticateWith === "identities";

  const readConfig = () => {
    if (window.helpshiftConfig !== config) {
      violation("helpshiftConfig was replaced, not changed in place");
      config = window.helpshiftConfig;
    }
    snapshot = structuredClone({ ...config });
    state.config = snapshot;
    for (const name of ["platformId", "domain"])
      if (typeof snapshot[name] !== "string" || !snapshot[name]) violation("helpshiftConfig." + name + " is missing");
    for (const name of ["userId", "userEmail"])
      if (snapshot[name] !== undefined && typeof snapshot[name] !== "string") violation("helpshiftConfig." + name + " is not a string");
    const { showLauncher = true, fullScreen = false, position = POSITIONS[0], zIndex = 1 } = snapshot.widgetOptions || {};
    if (typeof showLauncher !== "boolean") violation("widgetOptions.showLauncher is not a boolean");
    if (typeof fullScreen !== "boolean") violation("widgetOptions.fullScreen is not a boolean");
    if (!POSITIONS.includes(position)) violation("widgetOptions.position is none of " + POSITIONS.join(", "));
    if (typeof zIndex !== "number") violation("widgetOptions.zIndex is not a number");
  };

  const start = async () => {
    const mine = ++round;
    request = undefined;
    state.pending = state.expired = false;
    await (frameReady = loadFrame());
    if (mine !== round) return;
    const known = await ask("start", { platformId: snapshot.platformId, domain: snapshot.domain });
    if (mine !== round) return;
    if (!known.ok) violation(known.reason);
    const { userId, userEmail } = ids();
    if (!userId && !userEmail) return anonymous();
    if (!byIdentities()) {
      violation('there are ids, but authenticateWith is not "identities"');
      return anonymous();
    }
    requestLogin();
  };

  // In the page's own storage: browsers that block third-party storage deny it to the frame.
  let remembered;
  const remember = (id) => {
    remembered = id;
    try {
      if (id) localStorage.setItem(ANONYMOUS, id);
      else localStorage.removeItem(ANONYMOUS);
    } catch {
      log("No local storage: Web Chat itself would not work");
    }
  };
  const anonymous = () => {
    try {
      remembered = localStorage.getItem(ANONYMOUS) || remembered;
    } catch {
      // As remember says.
    }
    const id = remembered || "anon-" + crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
    remember(id);
    state.user = { kind: "anonymous", id };
    log("Anonymous user " + id);
  };

  const requestLogin = async () => {
    const mine = (request = { round, answered: false });
    state.pending = true;
    state.loginRequests++;
    log("onLoginRequest");
    if (!listeners.get("onLoginRequest").size) violation("nobody listens to onLoginRequest");
    const timeOut = setTimeout(() => {
      if (request !== mine) return;
      request = undefined;
      state.pending = false;
      state.expired = true;
      state.user = { kind: "expired" };
      log("No login within 5 seconds: session expired");
    }, LOGIN_MS);
    // Both are waited for: the login, and the end of every handler.
    await Promise.all([
      new Promise((done) => (mine.done = done)),
      ...fire("onLoginRequest", ids()).map((handled) =>
        handled.catch((e) => violation("a listener of onLoginRequest failed: " + e)),
      ),
    ]);
    clearTimeout(timeOut);
    if (request === mine) request = undefined;
    render();
  };

  const reverify = () => {
    if (!byIdentities() || (!ids().userId && !ids().userEmail)) return log("Nobody to verify again");
    if (request) return log("A login is already awaited");
    requestLogin();
  };

  const parse = (jwt) => {
    const parts = typeof jwt === "string" ? jwt.split(".") : [];
    if (parts.length !== 3 || parts.some((part) => !/^[\w-]+$/.test(part))) return;
    try {
      const [header, payload] = parts.slice(0, 2).map((part) => {
        const bytes = Uint8Array.from(atob(part.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      });
      return header && payload && typeof payload === "object" && !Array.isArray(payload) ? payload : undefined;
    } catch {
      return;
    }
  };

  const loginFailed = (reason, details) => {
    state.pending = false;
    state.user = { kind: "failed" };
    request?.done();
    runtimeError("LOGIN_FAILED", reason, details);
  };

  const login = async (options) => {
    if (!request) violation(state.expired ? "login came after the 5 seconds" : "login without an onLoginRequest");
    if (state.expired) return;
    if (!byIdentities()) return loginFailed("AUTHENTICATE_WITH_FIELD_INCORRECT");
    const token = options?.identity_token;
    for (const name of Object.keys(options || {}))
      if (!["identity_token", "full_privacy_enabled"].includes(name)) violation("login has no option " + name);
    const fullPrivacy = options?.full_privacy_enabled === true;
    const payload = parse(token);
    if (!payload) return loginFailed("JWT_IS_INVALID");
    if (!Array.isArray(payload.identities)) return loginFailed("IDENTITIES_KEY_ABSENT");
    const value = (name) => payload.identities.find((one) => one?.identifier === name)?.value || "";
    const [jwtUserId, jwtEmail] = [value("uid"), value("email")];
    if (!fullPrivacy && !jwtUserId && !jwtEmail) return loginFailed("USERID_AND_EMAIL_MISSING");
    const { userId: configUserId = "", userEmail: configEmail = "" } = ids();
    if (jwtUserId !== configUserId) return loginFailed("CONFIG_JWT_USER_ID_MISMATCH", { jwtUserId, configUserId });
    if (String(jwtEmail).toLowerCase() !== configEmail.toLowerCase())
      return loginFailed("CONFIG_JWT_EMAIL_MISMATCH", { jwtEmail, configEmail });
    const mine = round;
    const answered = request;
    const verdict = await ask("login", { platformId: snapshot.platformId, token, fullPrivacy });
    if (mine !== round) return;
    if (!verdict.ok) return loginFailed(verdict.reason, verdict.details);
    state.pending = false;
    if (verdict.anonymous) anonymous();
    else {
      if (snapshot.clearAnonymousUserOnLogin) remember();
      state.user = { kind: "user", uid: jwtUserId, email: jwtEmail, identities: payload.identities, issuedAt: payload.iat, fullPrivacy };
      log("Logged in");
    }
    answered?.done();
  };

  const logout = async () => {
    const mine = ++round;
    request = undefined;
    state.pending = state.expired = false;
    if (batch.length) {
      state.lostUpdates += batch.length;
      log(batch.length + " updates of user data were lost: the logout came too soon");
      batch = [];
    }
    // It clears "any user specific data from the helpshiftConfig object".
    for (const name of ["userId", "userEmail", "userName"]) {
      delete config[name];
      delete snapshot[name];
    }
    state.globalData = {};
    state.appData = {};
    state.tags = [];
    state.user = { kind: "none" };
    log("Logged out");
    await frameReady;
    if (mine === round && port) anonymous();
  };

  const updateConfig = () => {
    const before = ids();
    const was = state.user.kind === "user" || state.pending;
    readConfig();
    const now = ids();
    const same = before.userId ? before.userId === now.userId : before.userEmail === now.userEmail;
    if (was && !same) violation("the user was changed without a logout");
    size();
    start();
  };

  // ---- Identities and user data

  const minutes = new Map();
  const rate = (name) => {
    const now = Date.now();
    const recent = (minutes.get(name) || []).filter((time) => now - time < 60000);
    minutes.set(name, [...recent, now]);
    if (recent.length >= CALLS_A_MINUTE) violation("rate limit: " + name + " was called over " + CALLS_A_MINUTE + " times in a minute");
  };

  const addUserIdentities = async (jwt) => {
    rate("addUserIdentities");
    const failed = (reason, details) => runtimeError("ADD_USER_IDENTITY_FAILED", reason, details);
    if (!byIdentities()) return failed("AUTHENTICATE_WITH_FIELD_INCORRECT");
    if (typeof jwt !== "string")
      return failed("JWT_IS_INVALID", { expectedDataType: "string", receivedDataType: Array.isArray(jwt) ? "array" : typeof jwt });
    const payload = parse(jwt);
    if (!payload) return failed("JWT_IS_INVALID");
    if (state.user.kind !== "user") return log("addUserIdentities has no effect: nobody is logged in");
    const mine = round;
    const verdict = await ask("identities", { platformId: snapshot.platformId, token: jwt });
    if (mine !== round) return;
    if (!verdict.ok) return runtimeError("IDENTITY_PROFILE_UPDATE_FAILED", verdict.reason, verdict.details);
    const known = new Map([...state.user.identities, ...payload.identities].map((one) => [one.identifier + "\n" + one.value, one]));
    state.user.identities = [...known.values()];
    log("Identities added");
  };

  const updateData = (kind, data) => {
    const call = kind === "global" ? "updateGlobalUserData" : "updateAppUserData";
    rate(call);
    const failed = (reason, details) =>
      runtimeError(kind === "global" ? "UPDATE_GLOBAL_USER_DATA_FAILED" : "UPDATE_APP_USER_DATA_FAILED", reason, details);
    if (!byIdentities()) return failed("AUTHENTICATE_WITH_FIELD_INCORRECT");
    if (!data || typeof data !== "object" || Array.isArray(data)) return violation(call + " needs an object");
    if (!Object.keys(data).length) violation(call + " with no field");
    // Assumed: custom fields count as keys of the update.
    const pairs = Object.entries(data).flatMap(([name, value]) =>
      name === "custom_user_fields" && value && typeof value === "object" ? Object.entries(value) : [[name, value]]);
    if (pairs.length > MAX_KEYS)
      return failed("MAX_KEY_VALUES_LIMIT_EXCEEDED", { receivedTotalKeys: pairs.length, maxKeysAllowed: MAX_KEYS });
    const long = (text) => String(text).length > MAX_CHARS;
    const invalidKeys = pairs.filter(([name]) => long(name)).map(([name]) => name);
    const invalidValues = pairs.filter(([, value]) => (Array.isArray(value) ? value.some(long) : long(value))).map(([name]) => name);
    if (invalidKeys.length || invalidValues.length) return failed("MAX_KEY_VALUES_CHAR_LIMIT_EXCEEDED", { invalidKeys, invalidValues });
    batch.push({ kind, data });
    if (batch.length === 1) setTimeout(flush, BATCH_MS);
  };

  const flush = async () => {
    const mine = round;
    const sent = batch;
    batch = [];
    if (!port) return;
    for (const { kind, data } of sent) {
      const verdict = await ask("profile", { platformId: snapshot.platformId, kind, data });
      if (mine !== round) return;
      if (!verdict.ok) {
        runtimeError("IDENTITY_PROFILE_UPDATE_FAILED", verdict.reason, verdict.details);
        continue;
      }
      state.updates++;
      const { new_tags = [], tags_to_remove = [], reset_tags, ...fields } = data;
      if (reset_tags) state.tags = [...reset_tags];
      state.tags = [...new Set([...state.tags, ...new_tags])].filter((tag) => !tags_to_remove.includes(tag));
      Object.assign(kind === "global" ? state.globalData : state.appData, fields);
      log("User data updated (" + kind + ")");
    }
  };

  // ---- The API

  const toggle = (open) => {
    if (state.open === open) return;
    state.open = open;
    size();
    render();
    fire("widgetToggle", { visible: open });
  };
  const setHidden = (hidden) => {
    state.hidden = hidden;
    size();
    render();
  };

  const api = {
    init() {
      if (state.initialised) return violation("init was called twice");
      config = window.helpshiftConfig;
      if (!config || typeof config !== "object") return violation("there is no helpshiftConfig");
      state.initialised = true;
      readConfig();
      start();
    },
    update() {}, // what Helpshift's embed code calls when it runs a second time
    updateHelpshiftConfig: updateConfig,
    login,
    logout,
    addUserIdentities,
    updateGlobalUserData: (data) => updateData("global", data),
    updateAppUserData: (data) => updateData("app", data),
    open: () => toggle(true),
    close: () => toggle(false),
    toggle: () => toggle(!state.open),
    hide: () => setHidden(true),
    show: () => setHidden(false),
    setInitialUserMessage() {},
  };
  const early = []; // what was called before init

  const described = (name, args) =>
    JSON.parse(JSON.stringify(args, (key, value) => {
      if (typeof value === "function") return "(function)";
      return key === "identity_token" || (name === "addUserIdentities" && key === "0") ? "(" + typeof value + ")" : value;
    }));

  const Helpshift = (name, ...args) => {
    state.calls.push({ at: at(), name, args: described(name, args) });
    if (name === "addEventListener" || name === "removeEventListener") {
      const [event, listener] = args;
      if (!listeners.has(event)) return violation("there is no event " + event);
      if (typeof listener !== "function") return violation(name + " needs a function");
      listeners.get(event)[name === "addEventListener" ? "add" : "delete"](listener);
      return;
    }
    if (!Object.hasOwn(api, name)) return violation("there is no call " + name);
    log('Helpshift("' + name + '")');
    if (name !== "init" && !state.initialised) {
      early.push([name, args]);
      return;
    }
    if (name !== "init" && window.helpshiftConfig !== config && name !== "updateHelpshiftConfig") {
      violation("helpshiftConfig was replaced, not changed in place");
      config = window.helpshiftConfig;
    }
    // Returns nothing, whatever the call: nobody is to wait for it.
    Promise.resolve(api[name](...args)).catch((e) => violation(name + " failed in the simulator: " + e));
    if (name === "init") for (const [later, given] of early.splice(0)) api[later](...given);
  };

  if (window.HelpshiftSimulator) return violation("webChat.js was loaded twice");
  window.Helpshift = Helpshift;
  addEventListener("resize", size);

  /** For tests. */
  window.HelpshiftSimulator = Object.freeze({
    state: () => structuredClone(state),
    calls: () => state.calls.map(({ name }) => name),
    violations: () => [...state.violations],
    reverify,
    fire: (name, data) => {
      fire(name, data);
    },
    runtimeError,
  });

  for (const call of waiting || []) Helpshift(...call);
})();
