// Copies what the pages use from node_modules into src/MinhBach/wwwroot/lib and compiles the theme.
//   npm ci && node tools/frontend/copy.mjs           writes the copy
//   npm ci && node tools/frontend/copy.mjs --check   fails when the committed copy differs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { fonts } from "./fonts.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const modules = join(root, "node_modules");
const lib = join(root, "src/MinhBach/wwwroot/lib");

const wanted = new Map();
const copy = (from, to) => wanted.set(to, readFileSync(join(modules, from)));

const typeface = await fonts(modules);
for (const [name, content] of typeface.files) wanted.set(`fonts/${name}`, content);

copy("bpmn-js/dist/bpmn-navigated-viewer.production.min.js", "bpmn-js/bpmn-viewer.js");
copy("bpmn-js/dist/bpmn-modeler.production.min.js", "bpmn-js/bpmn-modeler.js");
copy("bpmn-js/dist/assets/diagram-js.css", "bpmn-js/diagram-js.css");
copy("bpmn-js/dist/assets/bpmn-js.css", "bpmn-js/bpmn-js.css");
copy("bpmn-js/dist/assets/bpmn-font/css/bpmn.css", "bpmn-js/bpmn-font/css/bpmn.css");
copy("bpmn-js/dist/assets/bpmn-font/font/bpmn.woff2", "bpmn-js/bpmn-font/font/bpmn.woff2");
copy("bpmn-js/LICENSE", "bpmn-js/LICENSE");

// The worker as a file of its own: the pages' policy forbids workers made of blobs.
copy("maplibre-gl/dist/maplibre-gl.mjs", "maplibre-gl/maplibre-gl.js");
copy("maplibre-gl/dist/maplibre-gl-worker.mjs", "maplibre-gl/maplibre-gl-worker.js");
copy("maplibre-gl/dist/maplibre-gl.css", "maplibre-gl/maplibre-gl.css");
copy("maplibre-gl/LICENSE.txt", "maplibre-gl/LICENSE");

const theme = sass.compile(join(root, "tools/frontend/minhbach.scss"), {
  loadPaths: [modules],
  style: "compressed",
  quietDeps: true,
});
wanted.set("minhbach.css", Buffer.from(`${theme.css}${typeface.css}\n`));

// One script that runs from a server and from a file alike, left readable for those who want to know what they trust.
const verify = esbuild.buildSync({
  entryPoints: [join(root, "tools/frontend/verify/main.js")],
  nodePaths: [modules],
  bundle: true,
  write: false,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  loader: { ".txt": "text" },
  banner: { js: "// Made of tools/frontend/verify and of @noble/ed25519 and @noble/hashes (MIT, (c) Paul Miller)." },
});
wanted.set("verify/verify.js", Buffer.from(verify.outputFiles[0].contents));
copy("@noble/ed25519/LICENSE", "verify/LICENSE");

function committed(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(lib, join(entry.parentPath ?? entry.path, entry.name)));
}

if (process.argv.includes("--check")) {
  const wrong = [...wanted.keys()].filter(
    (name) => !existsSync(join(lib, name)) || !readFileSync(join(lib, name)).equals(wanted.get(name)),
  );
  wrong.push(...committed(lib).filter((name) => !wanted.has(name)));
  if (wrong.length > 0) {
    console.error(`src/MinhBach/wwwroot/lib differs from the packages; run "node tools/frontend/copy.mjs":\n  ${wrong.join("\n  ")}`);
    process.exit(1);
  }
  console.log(`${wanted.size} files equal the packages`);
} else {
  rmSync(lib, { recursive: true, force: true });
  for (const [name, content] of wanted) {
    mkdirSync(dirname(join(lib, name)), { recursive: true });
    writeFileSync(join(lib, name), content);
  }
  const kilobytes = [...wanted.values()].reduce((sum, content) => sum + content.length, 0) / 1024;
  console.log(`${wanted.size} files, ${Math.round(kilobytes)} KB`);
}
