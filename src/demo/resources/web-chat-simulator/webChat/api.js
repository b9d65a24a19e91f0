// ---- The API

const setOpen = (open) => {
  if (state.open === open) return;
  state.open = open;
  size();
  fireAll(open ? conversations.read(owner()) : []);
};
/** The event is for "when the user minimizes or maximizes". Assumed: not for calls of the page. */
const toggle = (open) => {
  setOpen(open);
  log("widgetToggle: " + open);
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
    readConfig();
    state.fullPrivacy = snapshot.fullPrivacy === true;
    state.initialised = true;
    start();
  },
  update,
  updateHelpshiftConfig: updateConfig,
  login,
  logout,
  addUserIdentities,
  updateGlobalUserData: (data) => updateData("global", data),
  updateAppUserData: (data) => updateData("app", data),
  open: () => setOpen(true),
  close: () => setOpen(false),
  toggle: () => setOpen(!state.open),
  hide: () => setHidden(true),
  show: () => setHidden(false),
  setInitialUserMessage,
  setCustomIssueFields: (fields) => setIssueFields(fields, false),
  replaceCustomIssueFields: (fields) => setIssueFields(fields, true),
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
  if (!["init", "update", "updateHelpshiftConfig"].includes(name) && window.helpshiftConfig !== config) {
    violation("helpshiftConfig was replaced, not changed in place");
    config = window.helpshiftConfig;
  }
  // Returns nothing, whatever the call: nobody is to wait for it.
  Promise.resolve(api[name](...args)).catch((e) => violation(name + " failed in the simulator: " + e));
  if (name === "init") for (const [later, given] of early.splice(0)) api[later](...given);
};

if (window.HelpshiftSimulator) return window.HelpshiftSimulator.violation("webChat.js was loaded twice");
window.Helpshift = Helpshift;
addEventListener("resize", size);

/** For tests. */
window.HelpshiftSimulator = Object.freeze({
  state: snapshotOfState,
  calls: () => state.calls.map(({ name }) => name),
  violations: () => [...state.violations],
  reverify,
  fire: (name, data) => {
    fire(name, data);
  },
  runtimeError,
  violation,
  write,
  answer,
  endConversation,
  followEmail,
  /** A click on the launcher, or on the chat's "Close". */
  click: () => toggle(!state.open),
});

for (const call of waiting || []) Helpshift(...call);
