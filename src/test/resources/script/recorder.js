// Runs before the page: records what tests ask for later.
(() => {
  "use strict";
  const seen = (window.seen = { events: [], console: [], messages: [] });
  for (const name of ["login", "logout", "anonymous", "identities", "error"])
    addEventListener("helpshift-sso:" + name, ({ detail }) => seen.events.push({ name, ...detail }));
  for (const level of ["log", "info", "warn", "error", "debug"]) {
    const original = console[level];
    console[level] = (...args) => {
      seen.console.push(args.map(String).join(" "));
      original.apply(console, args);
    };
  }
  addEventListener("error", (event) => seen.console.push("uncaught: " + event.message));
  addEventListener("unhandledrejection", (event) => seen.console.push("unhandled: " + event.reason));

  // All that another script on the page could read.
  const stored = (name) => {
    try {
      return { ...window[name] };
    } catch {
      return {};
    }
  };
  window.readable = () =>
    JSON.stringify([
      seen.events,
      stored("localStorage"),
      stored("sessionStorage"),
      Object.values(window.HelpshiftSSO || {}),
      window.helpshiftConfig,
      window.Helpshift?.q?.map((call) => [...call]),
    ]);

  // Headless tabs are all visible: this one can be hidden.
  let visibility = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => visibility });
  window.setVisibility = (value) => {
    visibility = value;
    document.dispatchEvent(new Event("visibilitychange"));
  };
})();
