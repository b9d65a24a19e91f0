// Runs before the page: records what tests ask for later.
(() => {
  "use strict";
  const seen = (window.seen = { events: [], console: [] });
  for (const name of ["login", "logout", "anonymous", "identities", "user-changed", "error"])
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

  // What tests and their pages keep for themselves.
  const OWN = ["seen", "keycloak", "users", "at", "FakeKeycloak", "FakeUserManager", "HelpshiftSimulator"];
  const before = new Set([...Object.getOwnPropertyNames(window), ...OWN]);

  // All texts that another script on the page could read: in storage, and in every global that was
  // not there before.
  window.readable = () => {
    const texts = [];
    const visited = new WeakSet();
    const visit = (value) => {
      if (typeof value === "string") texts.push(value);
      if (!value || !/object|function/.test(typeof value)) return;
      if (visited.has(value) || value === window || value instanceof Node) return;
      visited.add(value);
      if (value instanceof Map || value instanceof Set) [...value].forEach(visit);
      for (const key of Reflect.ownKeys(value)) read(() => value[key]);
    };
    const read = (get) => {
      try {
        visit(get());
      } catch {
        // Denied to everyone.
      }
    };
    visit(seen.events);
    read(() => ({ ...localStorage }));
    read(() => ({ ...sessionStorage }));
    read(() => document.cookie);
    for (const name of Object.getOwnPropertyNames(window))
      if (!before.has(name)) read(() => window[name]);
    return texts.join("\n");
  };

  // Headless tabs are all visible: this one can be hidden.
  let visibility = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => visibility });
  window.setVisibility = (value) => {
    visibility = value;
    document.dispatchEvent(new Event("visibilitychange"));
  };
})();
