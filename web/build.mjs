// Builds what the pages take from npm into a folder: editor.js, htmx.js, and the licences of everything in them.
//
//   node build.mjs [folder]     the folder is that of the static files of the app when left out
//
// The same sources and the same lock give the same bytes.

import { build } from "esbuild";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "../src/amends/doors/web/static/built"));

const made = await build({
  absWorkingDir: here,
  entryPoints: { editor: "src/editor.js" },
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  minify: true,
  legalComments: "none",
  metafile: true,
  write: false,
  outdir: target,
});

await mkdir(target, { recursive: true });
for (const file of made.outputFiles) await writeFile(file.path, file.contents);
await writeFile(join(target, "htmx.js"), await readFile(join(here, "node_modules/htmx.org/dist/htmx.min.js")));

const bundled = new Set(["htmx.org"]);
for (const input of Object.keys(made.metafile.inputs)) {
  const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) bundled.add(found[1]);
}
const licences = [];
for (const name of [...bundled].sort()) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} ${version} carries no licence text; it may not be shipped.`);
  const text = (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim();
  licences.push(`${name} ${version} (${license})\n\n${text}\n`);
}
await writeFile(join(target, "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
