// Bundles the script into the resource that the JAR ships. The bundle is committed, so that Maven needs
// no npm. `--check` compares instead: a bundle that is not built from these sources fails.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = new URL(".", import.meta.url);
const bundle = new URL("../resources/io/github/keycloakhelpshift/web-chat.js", here);
const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(here),
  entryPoints: ["web-chat/main.js"],
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: false,
});
const { contents } = outputFiles[0];

if (!process.argv.includes("--check")) await writeFile(bundle, contents);
else if (!(await readFile(bundle)).equals(contents)) {
  console.error("web-chat.js is not what its sources make: run npm run build and commit the bundle");
  process.exitCode = 1;
}
