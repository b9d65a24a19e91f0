// Bundles the scripts into the resources that the JAR ships. The bundles are committed, so that Maven
// needs no npm. `--check` compares instead: a bundle that is not built from these sources fails.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";

const here = new URL(".", import.meta.url);
// Names that only the modules use among themselves: they are shortened. A page knows none of them.
const internal = (await readFile(new URL("internal-names.txt", here), "utf8")).split(/\s+/).filter(Boolean);
const bundles = [
  {
    entry: "web-chat/main.js",
    format: "iife",
    to: "io/github/keycloakhelpshift/web-chat.js",
    kilobytes: 8,
    mangleProps: new RegExp(`^(${internal.join("|")})$`),
  },
  { entry: "console/main.js", format: "esm", to: "theme-resources/resources/helpshift/console.js", kilobytes: 40 },
];

/** terser finds more to leave out than esbuild, in a bundle where each byte counts. */
const smaller = async (/** @type {string} */ script) => {
  const { code } = await minify(script, { ecma: 2020, compress: { passes: 3 } });
  return Buffer.from(code + "\n");
};

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
  const contents = mangleProps ? await smaller(outputFiles[0].text) : Buffer.from(outputFiles[0].contents);
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
