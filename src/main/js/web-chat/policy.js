/**
 * Reports that the page's content security policy blocks Helpshift's frame.
 * @param {import("./reporter.js").Reporter} reporter
 */
export const watchPolicy = (reporter) =>
  document.addEventListener("securitypolicyviolation", (violation) => {
    const { effectiveDirective: description, blockedURI, disposition } = violation;
    if (disposition === "enforce" && /^frame/.test(description) && /helpshift/.test(blockedURI))
      reporter.error("web_chat_blocked", { description });
  });
