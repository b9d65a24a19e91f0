import * as reporter from "./reporter.js";

/** Reports that the page's content security policy blocks Helpshift's frame. */
export const watchPolicy = () =>
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective: description, blockedURI, disposition }) => {
    if (disposition === "enforce" && /^frame/.test(description) && /helpshift/.test(blockedURI))
      reporter.error("web_chat_blocked", { description });
  });
