// ---- Login and logout

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
    if (snapshot.clearAnonymousUserOnLogin) clearAnonymous();
    state.user = { kind: "user", uid: jwtUserId, email: jwtEmail, identities: payload.identities, issuedAt: payload.iat, fullPrivacy };
    log("Logged in");
  }
  answered?.done();
  initiate();
};

const logout = async () => {
  if (!byIdentities())
    violation("logout belongs to User Hub: take the user's keys out of helpshiftConfig and call updateHelpshiftConfig");
  const mine = ++round;
  request = undefined;
  state.pending = state.expired = false;
  if (batch.length) {
    state.lostUpdates += batch.length;
    log(batch.length + " updates of user data were lost: the logout came too soon");
    batch = [];
  }
  // It clears "any user specific data from the helpshiftConfig object".
  for (const name of USER_KEYS) {
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
  const was = byIdentities() && (state.user.kind === "user" || state.pending);
  readConfig();
  const now = ids();
  const same = before.userId ? before.userId === now.userId : before.userEmail === now.userEmail;
  if (was && !same) violation("the user was changed without a logout");
  size();
  start();
};

/** Helpshift's own embed code assigns a new config and calls this when Web Chat is loaded already. */
const update = () => {
  config = window.helpshiftConfig;
  updateConfig();
};
