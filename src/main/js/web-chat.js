// Signs the page's Keycloak user in to Helpshift Web Chat, and out when the session ends.
// Its public interface (options, events, errors, limits) is web-chat.d.ts.
//
// The build ships this file without lines that are only comment and without indentation, and
// nothing else changed: no template literal, no line that begins with an asterisk.
(() => {
  "use strict";

  /**
   * Whom Helpshift is told about: the two ids of helpshiftConfig.
   * @typedef {{ userId?: string, userEmail?: string }} Ids
   *
   * What an endpoint answered; data is {} where the body was not JSON.
   * @typedef {{ status: number, data: any }} Answer
   *
   * What tells who is signed in. With neither token nor identity the realm's cookie does.
   * @typedef {object} Source
   * @property {() => any} [token] an access token, nothing when nobody is signed in; throws when
   *   that can't be told now
   * @property {() => any} [identity] an identity token that the page's own server made
   * @property {() => any} [on] subscribes `changed` and `ended`, and returns how to end that
   * @property {number} [wait] ms that an adapter may take to start
   */

  const queue = window.HelpshiftSSO;
  // A second script on the page.
  if (queue && !Array.isArray(queue)) return;

  const w = /** @type {any} */ (window);
  // Not document.currentScript, which a visitor's <img name="currentScript"> would be.
  const { nonce, dataset, src } = /** @type {any} */ (
    Reflect.get(Document.prototype, "currentScript", document)
  );
  const base = new URL(".", src).href;
  const query = "?client_id=" + encodeURIComponent(dataset.clientId || "");
  const NAME = "helpshift-sso";

  // Helpshift gives a handler 5 s; one attempt leaves time for a second.
  const ANSWER_MS = 4500;
  const ATTEMPT_MS = 3000;
  // From one start to the next: an end is seen within 5 s.
  const WATCH_MS = 4000;
  const LATE_MS = 10000;
  // The least time between two retries, or two looks for new identities.
  const AGAIN_MS = 60000;

  /**
   * How to mend it, by the beginning of the error's name or by HTTP status.
   * @type {Record<string, string>}
   */
  const FIXES = {
    network: "Check the network, web origins (CORS) and content blockers.",
    timeout: "Make Keycloak or auth faster.",
    web_chat_blocked: "Allow Helpshift in script-src, frame-src and content blockers.",
    invalid_auth: "Pass a keycloak-js, UserManager, getAccessToken or getIdentityToken.",
    403: "Give the client the Helpshift mapper.",
    429: "Call refresh() less often.",
    503: "Complete the Helpshift settings.",
    AUTHENTICATE: "Leave authenticateWith to this script.",
    CONFIG: "Leave userId and userEmail to this script.",
    JWT: "Pass an identity token.",
    IDENTITIES_K: "Pass an identity token.",
    USERID: "Give the user a uid or verified email.",
    IDENTITIES_F: "Ask Helpshift for User Hub.",
    IDENTITIES_INVALID_T: "Check platform id, secret and clock.",
    IDENTITIES_INVALID_P: "See its details in onWebChatRuntimeError.",
    INTERNAL: "Try later.",
    MAX: "Send less user data.",
  };

  /** @type {Source} */
  let source;
  /** @type {any} */
  let auth;
  /** @type {any} */
  let unsubscribe;
  let connected = false;
  // Timers. The adapter may still be starting: it is not asked yet; its "nobody" is no answer yet.
  let waiting = 0;
  let unsure = 0;
  // Its signal is aborted for whatever began before the user changed: such an answer is stale.
  let stale = new AbortController();

  // webChat.js was asked for; is here; is not to be seen.
  let started = false;
  let loaded = false;
  let hidden = false;

  /**
   * Undefined: nobody, an anonymous chat.
   * @type {Ids | undefined}
   */
  let me;
  // Keycloak's opaque name of the session.
  let sid = "";
  // What of helpshiftConfig came from the server.
  /** @type {string[]} */
  let ours = [];
  // The last access token. The watch uses it however old: a refresh would prolong the session.
  let bearer = "";
  /**
   * - asked: Helpshift has the ids and will ask for a login
   * - in: the token was handed over
   * - failed: the token can't be had now, another try may help
   * - refused: Helpshift would not have it
   * @type {"asked" | "in" | "failed" | "refused"}
   */
  let state = "asked";
  // Helpshift may take it at another time.
  let later = false;
  // Whom not to sign in again unless the page says so; "*": whoever comes next.
  let refused = "";
  let force = false;
  let retried = 0;
  // When it was last asked who is signed in, or for a token.
  let tried = 0;
  // The last look failed, or Web Chat did not load.
  let down = false;
  /** @type {Promise<void> | undefined} */
  let asking;
  // Helpshift waits for what is being asked.
  let wanted = false;
  let checking = false;
  /** @type {string[]} */
  let known = [];
  /** @type {Record<string, string>} */
  let sent = {};

  /**
   * @param {string} name
   * @param {object} [detail]
   */
  const emit = (name, detail = {}) => dispatchEvent(new CustomEvent(NAME + ":" + name, { detail }));

  /**
   * @param {string} error
   * @param {{ status?: number, reason?: string, description?: string }} [more]
   */
  const fail = (error, more = {}) => {
    const name = more.reason || error;
    const key = Object.keys(FIXES).find((k) => name.startsWith(k)) || more.status || "";
    emit("error", { error, ...more, fix: FIXES[key] || "" });
  };
  /** @param {any} e an Answer, or what was thrown while waiting for one */
  const failed = (e) => {
    const { status, data, name } = e || {};
    if (data) fail(data.error || "http", { status, description: data.error_description });
    else fail(name === "TimeoutError" ? "timeout" : "network");
  };

  /**
   * Before Web Chat is here, its config says it all; a queued logout would even wipe newer ids.
   * @param {any[]} call
   */
  const helpshift = (...call) => {
    if (loaded) w.Helpshift(...call);
  };
  const update = () => {
    // Something else on the page may have changed them.
    Object.assign(w.helpshiftConfig, me);
    state = "asked";
    helpshift("updateHelpshiftConfig");
  };

  /** @type {BroadcastChannel | undefined} */
  let channel;
  /** @param {"login" | "logout"} type */
  const tell = (type) => channel?.postMessage({ type, sid });

  /**
   * This tab's chat is signed in: outlasts the redirect that a logout is. Returns the old mark.
   * @param {string} [value]
   */
  const mark = (value) => {
    try {
      const old = sessionStorage[NAME];
      if (value) sessionStorage[NAME] = value;
      else delete sessionStorage[NAME];
      return old;
    } catch {
      // Denied: as if there had been none.
    }
  };

  const chained = new WeakSet();
  /**
   * keycloak-js has one slot for each callback. The page's own keeps it, set before us or after.
   * @param {any} keycloak
   */
  const chain = (keycloak) => {
    if (chained.has(keycloak)) return;
    chained.add(keycloak);
    for (const name of ["onReady", "onAuthSuccess", "onAuthLogout"]) {
      let own = keycloak[name];
      Object.defineProperty(keycloak, name, {
        set: (value) => (own = value),
        get() {
          // As it is now: a page that wraps what it reads here doesn't come to call itself.
          const page = own;
          return (/** @type {any} */ ...args) => {
            if (connected && auth === keycloak) name === "onAuthLogout" ? ended() : changed();
            page?.apply(keycloak, args);
          };
        },
      });
    }
  };

  /**
   * @param {any} it
   * @returns {Source | undefined}
   */
  const adapt = (it) => {
    if (!it) return {};
    const on = () => it.subscribe?.(changed);
    if (it.getIdentityToken) return { on, identity: () => it.getIdentityToken() };
    if (it.getAccessToken) return { on, token: () => it.getAccessToken() };
    if (it.updateToken)
      return {
        on: () => chain(it),
        wait: it.authenticated ? 0 : it.didInitialize ? 2000 : LATE_MS,
        async token() {
          try {
            if (it.refreshToken) await it.updateToken(30);
          } catch {
            // The session ended: it has dropped its token. No network: the old one may do.
          }
          return it.token;
        },
      };
    if (it.getUser)
      return {
        on() {
          const each = (/** @type {string} */ verb) => {
            it.events[verb + "UserLoaded"](changed);
            it.events[verb + "UserUnloaded"](ended);
            it.events[verb + "UserSignedOut"](ended);
          };
          each("add");
          return () => each("remove");
        },
        async token() {
          const user = await it.getUser();
          try {
            return (user?.expired ? await it.signinSilent() : user)?.access_token;
          } catch (e) {
            // The session has ended, though the user is still stored.
            if (!/invalid_grant|_required/.test(/** @type {any} */ (e).error)) throw e;
          }
        },
      };
  };
  const byCookie = () => !source.token && !source.identity;

  /**
   * What the page's auth says. If that is nobody, no request is needed to end the chat.
   * @param {(() => any) | undefined} get
   */
  const said = async (get) => {
    const { signal } = stale;
    const given = await get?.();
    signal.throwIfAborted();
    if (me && get && !given) end("adapter");
    return given;
  };
  const fresh = async () => (bearer = (await said(source.token)) || "");

  /**
   * @param {any} work
   * @param {AbortSignal} signal
   */
  const within = (work, signal) =>
    Promise.race([work, new Promise((_, no) => (signal.onabort = () => no(signal.reason)))]);

  /**
   * One retry, where another try can help: network, 5xx, an access token that has run out.
   * @param {string} path
   * @param {object} [content] of a POST
   * @param {() => any} [token]
   * @param {boolean} [last] no retry
   * @returns {Promise<Answer>}
   */
  const request = async (path, content, token = fresh, last = false) => {
    const until = Date.now() + ANSWER_MS;
    const { signal } = stale;
    for (; ; last = true) {
      try {
        const limit = AbortSignal.any([
          signal,
          AbortSignal.timeout(last ? until - Date.now() : ATTEMPT_MS),
        ]);
        const jwt = await within(token(), limit);
        const answer = await fetch(base + path, {
          method: content && "POST",
          headers: {
            ...(content && { "Content-Type": "application/json" }),
            ...(jwt && { Authorization: "Bearer " + jwt }),
          },
          body: content && JSON.stringify(content),
          credentials: byCookie() ? "include" : "omit",
          signal: limit,
        });
        const { status } = answer;
        const body = answer.json();
        const data = status === 200 ? await body : await body.catch(() => ({}));
        const spent = async () => status === 401 && jwt && (await within(fresh(), limit)) !== jwt;
        if (last || (status < 500 && !(await spent()))) return { status, data };
        token = fresh;
      } catch (e) {
        if (last || signal.aborted) throw e;
      }
      await new Promise((done) => setTimeout(done, 200));
      signal.throwIfAborted();
    }
  };

  /**
   * @param {string} jwt
   * @returns {{ identifier: string, value: string }[]}
   */
  const identities = (jwt) => {
    try {
      const bytes = atob(jwt.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"));
      // As UTF-8.
      return JSON.parse(decodeURIComponent(escape(bytes))).identities || [];
    } catch {
      // Helpshift says what is wrong with it.
      return [];
    }
  };

  /**
   * The page's own identity token, as the token endpoint would answer.
   * @param {Ids} [ids] whose it must be
   * @returns {Promise<Answer>}
   */
  const handed = async (ids) => {
    const given = await within(said(source.identity), AbortSignal.timeout(ANSWER_MS));
    if (!given) return { status: 401, data: {} };
    const jwt = given.identity_token || given;
    // The error page of the page's server, say.
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jwt)) throw { data: { error: "JWT_IS_INVALID" } };
    const all = identities(jwt);
    const of = (/** @type {string} */ name) => all.find((i) => i.identifier === name)?.value;
    const data = { ...given, identity_token: jwt, userId: of("uid"), userEmail: of("email") };
    if (!ids || key(ids) === key(data)) return { status: 200, data };
    return { status: 409, data: { error: "CONFIG_JWT_USER_ID_MISMATCH" } };
  };

  /** To be tried again, a minute later at the earliest unless there is a reason. */
  const broke = () => {
    down = true;
    settle(false);
  };

  const turn = () => {
    stale.abort();
    stale = new AbortController();
    asking = undefined;
    wanted = false;
    retried = 0;
  };

  /** @param {Ids} [ids] */
  const key = (ids) => JSON.stringify([ids?.userId, ids?.userEmail, sid]);

  const forget = () => {
    turn();
    me = undefined;
    delete w.helpshiftConfig?.userId;
    delete w.helpshiftConfig?.userEmail;
    helpshift("logout");
    mark();
  };

  /** @param {"session" | "adapter" | "page"} reason */
  const end = (reason) => {
    // The mark: back from a logout that was a redirect.
    if (!me && (unsure || !mark())) return;
    forget();
    hidden = true;
    helpshift("hide");
    bearer = "";
    emit("logout", { reason });
    tell("logout");
  };

  // Keeps what is called before webChat.js is here.
  const stub = function () {
    stub.q.push(arguments);
  };
  /** @type {IArguments[]} */
  stub.q = [];

  /** @param {string} url */
  const load = (url) => {
    started = true;
    // Or the page embeds Web Chat itself.
    const own = (w.Helpshift ||= stub) !== stub;
    if (own || !stub.q.length) {
      w.Helpshift("addEventListener", "onLoginRequest", onLoginRequest);
      w.Helpshift("addEventListener", "onWebChatRuntimeError", onError);
    }
    const here = () => {
      loaded = true;
      own ? update() : w.Helpshift("init");
      if (hidden) {
        helpshift("logout");
        helpshift("hide");
      } else if (!me) emit("anonymous");
      settle(true);
    };
    if (own) return here();
    const lost = (/** @type {string} */ error) => {
      fail(error);
      broke();
    };
    const late = setTimeout(lost, LATE_MS, "web_chat_late");
    const tag = document.createElement("script");
    tag.onload = () => {
      clearTimeout(late);
      here();
    };
    tag.onerror = () => {
      clearTimeout(late);
      started = false;
      lost("web_chat_blocked");
    };
    tag.nonce = nonce;
    tag.src = url;
    document.head.append(tag);
  };

  /**
   * @param {any} data what GET web-chat answered
   * @param {Ids} ids
   */
  const apply = (data, { userId, userEmail }) => {
    sid = data.sid || "";
    /** @type {Ids | undefined} */
    let next = { ...(userId && { userId }), ...(userEmail && { userEmail }) };
    if (refused === "*" && !unsure) refused = key(next);
    if (!(userId || userEmail) || key(next) === refused) next = undefined;
    if (!next) end("session");
    const again = force || state === "failed";
    force = false;
    const same = key(next) === key(me);
    if (started && same) {
      if (next && again) update();
      return;
    }
    turn();
    // A new email beside the same uid is the same person.
    if (me && !same && !(userId && userId === me.userId)) {
      helpshift("logout");
      emit("logout", { reason: "switch" });
    }
    me = next;
    const config = (w.helpshiftConfig ||= {});
    // What was for the one before goes: full privacy, say.
    for (const name of ours) delete config[name];
    Object.assign(config, data.helpshiftConfig);
    ours = Object.keys(data.helpshiftConfig);
    delete config.userId;
    delete config.userEmail;
    Object.assign(config, me);
    if (me && hidden) {
      hidden = false;
      helpshift("show");
    }
    started ? update() : load(data.webChatUrl);
  };

  let more = false;
  /** @type {Promise<void> | undefined} */
  let syncing;
  /** Asks who is signed in and tells Helpshift. One at a time; a wish meanwhile is one more round. */
  const sync = () => {
    waiting = 0;
    tried = Date.now();
    more = true;
    return (syncing ||= (async () => {
      while (more && connected) {
        more = false;
        const { signal } = stale;
        try {
          const own = source.identity && (await handed()).data;
          let answer = await request("web-chat" + query);
          if (answer.status === 401 && source.token) {
            // After an end that was to be expected.
            if (!me && !hidden) failed(answer);
            // The config for nobody.
            answer = await request("web-chat" + query, undefined, () => "");
          }
          signal.throwIfAborted();
          const { status, data } = answer;
          if (status !== 200) throw answer;
          down = false;
          apply(data, own || data.helpshiftConfig);
        } catch (e) {
          if (signal.aborted) more = true;
          else {
            failed(e);
            broke();
          }
        }
      }
      syncing = undefined;
    })());
  };

  /** @param {any} data what POST token answered */
  const give = (data) => {
    const jwt = data.identity_token;
    const now = identities(jwt).map((i) => i.identifier + "\n" + i.value);
    if (wanted) {
      const reverified = state === "in";
      if (!reverified) sent = {};
      state = "in";
      helpshift("login", {
        identity_token: jwt,
        full_privacy_enabled: data.full_privacy_enabled === true,
      });
      mark(sid || "-");
      emit("login", { reverified });
      if (!reverified) tell("login");
    } else if (now.some((one) => !known.includes(one))) {
      helpshift("addUserIdentities", jwt);
      emit("identities");
    }
    known = now;
    for (const kind of ["Global", "App"]) {
      const fields = data.user_data?.[kind.toLowerCase()] || {};
      const text = JSON.stringify(fields);
      if (text !== "{}" && text !== sent[kind]) helpshift("update" + kind + "UserData", fields);
      sent[kind] = text;
    }
  };

  /** Asks Helpshift to ask again, for whoever is signed in now. False: that was done just now. */
  const retry = () => {
    if (Date.now() - retried < AGAIN_MS) return false;
    retried = Date.now();
    force = true;
    sync();
    return true;
  };

  /**
   * Has one request at a time, which answers whoever wants the token meanwhile.
   * @param {Ids} ids
   * @param {boolean} [login] Helpshift waits for it
   */
  const ask = (ids, login) => {
    if (login) wanted = true;
    if (asking) return asking;
    const { signal } = stale;
    tried = Date.now();
    return (asking = (async () => {
      try {
        const answer = await (source.identity ? handed(me) : request("token" + query, ids));
        signal.throwIfAborted();
        const { status } = answer;
        if (status === 200) give(answer.data);
        else if (status === 401) end("session");
        else if (status !== 409 || !retry()) {
          if (![403, 409, 422].includes(status)) throw answer;
          // For good: the chat goes on without a name.
          failed(answer);
          refused = key(me);
          forget();
          emit("anonymous");
        }
      } catch (e) {
        if (signal.aborted) return;
        failed(e);
        if (wanted) state = "failed";
      } finally {
        if (!signal.aborted) {
          asking = undefined;
          wanted = false;
        }
      }
    })());
  };

  /** @param {Ids} ids */
  const onLoginRequest = async ({ userId, userEmail }) => {
    // Answered after the next push.
    if (!connected) state = "failed";
    else if (me) await ask({ userId, userEmail }, true);
  };

  /**
   * The problem's details stay here: they hold what is somebody's.
   * @param {{ error: string, reason?: string }} problem
   */
  const onError = ({ error, reason = "" }) => {
    if (!connected) return;
    fail(error, { reason });
    if (error !== "LOGIN_FAILED" || !me) return;
    state = "refused";
    later = /INVALID_TOKEN|^INTERNAL|MISMATCH/.test(reason);
    if (later) retry();
  };

  const check = async () => {
    if (checking || !me || source.identity) return;
    checking = true;
    const { signal } = stale;
    try {
      const path = "session" + query + "&sid=" + encodeURIComponent(sid);
      const { status } = await request(path, undefined, () => bearer || fresh(), true);
      if (status === 401 && !signal.aborted) {
        end("session");
        // Perhaps someone else has signed in.
        if (byCookie()) sync();
      }
    } catch {
      // No network is no logout.
    } finally {
      checking = false;
    }
  };

  /** @param {Event} [event] none: the regular look */
  const look = async (event) => {
    if (!connected || waiting || document.visibilityState !== "visible") return;
    const due = Date.now() - tried > AGAIN_MS;
    const broken = down || (me && state === "failed");
    // Where nothing can be watched, there is only asking.
    if (event ? broken || !me || source.identity : broken && due) await sync();
    else if (loaded) await check();
    if (!me || down) return;
    if (state === "refused" && later) retry();
    else if (state === "in" && event && due) ask(me);
  };
  setInterval(look, WATCH_MS);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective: description, blockedURI, disposition } = event;
    if (disposition === "enforce" && /^frame/.test(description) && /helpshift/.test(blockedURI))
      fail("web_chat_blocked", { description });
  });
  try {
    channel = new BroadcastChannel(NAME + base);
    channel.onmessage = ({ data }) => {
      if (!connected || waiting) return;
      if (me && !source.identity) check();
      else if (me || data.type === "login") sync();
    };
  } catch {
    // The watch sees what other tabs would have told.
  }

  /** @param {number} [ms] */
  const wait = (ms) => {
    clearTimeout(waiting);
    clearTimeout(unsure);
    waiting = unsure = 0;
    if (!ms) return;
    waiting = setTimeout(sync, ms);
    unsure = setTimeout(changed, ms + LATE_MS);
  };

  // The page's auth tells of a login, a logout or another user.
  const changed = () => {
    wait();
    if (source.identity) refused = "";
    sync();
  };
  const ended = () => {
    end("adapter");
    changed();
  };

  const disconnect = () => {
    connected = false;
    wait();
    unsubscribe?.();
    turn();
    if (state === "asked") state = "failed";
  };

  /** @type {(loaded: boolean) => void} */
  let settle = () => {};

  /** @type {import("./web-chat").HelpshiftSSOHandle} */
  const handle = {
    ready: new Promise((done) => (settle = done)),
    push(...given) {
      for (const options of given) {
        const adapted = adapt(options.auth);
        if (!adapted) fail("invalid_auth");
        else if (!connected || options.auth !== auth) {
          if (connected) disconnect();
          source = adapted;
          auth = options.auth;
          refused = bearer = "";
          connected = true;
          unsubscribe = source.on?.();
          wait(source.wait);
          waiting || sync();
        }
      }
    },
    async refresh() {
      if (!connected) return;
      refused = "";
      force = state === "refused";
      await sync();
      if (me && state === "in") await ask(me);
    },
    logout() {
      if (me) refused = key(me);
      else if (syncing || waiting) refused = "*";
      end("page");
    },
    disconnect,
  };
  window.HelpshiftSSO = handle;
  handle.push(...(queue || []));

  // Without a push the cookie tells; but the page's own may still be on its way.
  const cookie = () => {
    if (!source && dataset.cookie !== "off") handle.push({});
  };
  if (document.readyState === "complete") cookie();
  else for (const name of ["DOMContentLoaded", "load"]) addEventListener(name, cookie);
})();
