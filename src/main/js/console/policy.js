const FRAMES = "https://*.helpshift.com";

/**
 * The Content-Security-Policy with Helpshift's frames allowed. Without `frame-src`, `child-src` and
 * `default-src` apply to frames, so the result keeps what they allow.
 *
 * @param {string} policy
 */
export function withFrames(policy) {
  const directives = policy
    .split(";")
    .map((directive) => directive.trim())
    .filter(Boolean);
  const at = directives.findIndex((directive) => nameOf(directive) === "frame-src");
  if (at >= 0) directives[at] = withSource(directives[at] ?? "");
  else {
    const base = ["child-src", "default-src"]
      .map((name) => directives.find((directive) => nameOf(directive) === name))
      .find(Boolean);
    if (!base) return policy;
    directives.push(withSource(base.replace(/^\S+/, "frame-src")));
  }
  return directives.join("; ") + ";";
}

/** @param {string} policy */
export function withoutFrames(policy) {
  return policy
    .split(";")
    .map((directive) => (nameOf(directive.trim()) === "frame-src" ? directive.replaceAll(` ${FRAMES}`, "") : directive))
    .join(";");
}

/** @param {string} policy */
export function allowsFrames(policy) {
  return policy === "" || withFrames(policy).replace(/[;\s]/g, "") === policy.replace(/[;\s]/g, "");
}

/** @param {string} directive */
function withSource(directive) {
  const [name, ...sources] = directive.split(/\s+/);
  if (sources.includes("*") || sources.includes("https:") || sources.includes(FRAMES)) return directive;
  return [name, ...sources.filter((source) => source.toLowerCase() !== "'none'"), FRAMES].join(" ");
}

/** @param {string} directive */
function nameOf(directive) {
  return directive.split(/\s+/)[0]?.toLowerCase();
}
