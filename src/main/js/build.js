// Bundles the scripts into the resources that the JAR ships. The bundles are committed, so that Maven
// needs no npm. `--check` compares instead: a bundle that is not built from these sources fails.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = new URL(".", import.meta.url);
// Shortens names that only the modules use among themselves; a page knows none of them.
const INTERNAL =
  /^(accessToken|allows|anonymousWebChat|answer|asked|blocked|blockedUntil|broken|byCookie|called|changed|chat|chatToggled|chatWindow|clearUser|connect|connected|connection|currentToken|delay|down|emit|ended|endpoints|every|fail|failed|failure|generation|goAnonymous|handOver|handover|helpshift|hidden|identityToken|keyOf|leastMs|legacy|listen|loaded|loadedIt|loading|loggedIn|loginRequest|loginWanted|lost|mayRetry|memory|noticeCalls|pace|pageTokens|prepare|pushed|readiness|refusedUser|remember|renewForLogin|renewed|repeat|repeatLogin|reporter|requestToken|restart|restore|resume|retriedAt|retry|round|run|running|runtimeError|session|setUser|settle|signIn|silent|source|startGeneration|startMs|started|succeed|suspend|tabs|tell|timer|toggled|tokenRequest|triedAt|unsettled|unsure|unverified|update|user|waitMs|waiting|webChat|withdraw)$/;
const bundles = [
  { entry: "web-chat/main.js", format: "iife", to: "io/github/keycloakhelpshift/web-chat.js", kilobytes: 9, mangleProps: INTERNAL },
  { entry: "console/main.js", format: "esm", to: "theme-resources/resources/helpshift/console.js", kilobytes: 40 },
];

for (const { entry, format, to, kilobytes, mangleProps } of bundles) {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(here),
    entryPoints: [entry],
    bundle: true,
    format,
    minify: true,
    mangleProps,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
  });
  const { contents } = outputFiles[0];
  const bundle = new URL(`../resources/${to}`, here);

  if (gzipSync(contents).length > kilobytes * 1024) {
    console.error(`${to} has more than ${kilobytes} KB gzipped`);
    process.exitCode = 1;
  }
  if (!process.argv.includes("--check")) await writeFile(bundle, contents);
  else if (!(await readFile(bundle)).equals(contents)) {
    console.error(`${to} is not what its sources make: run npm run build and commit the bundle`);
    process.exitCode = 1;
  }
}
