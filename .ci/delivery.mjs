// Makes web/delivered/ from web/static/ and web/vendor/: few, small files for phones on bad networks.
// `node .ci/delivery.mjs FOLDER` puts them into another folder, to compare.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const TOP = dirname(dirname(fileURLToPath(import.meta.url)));
const WEB = join(TOP, "web");
const STATIC = join(WEB, "static");
const OUT = process.argv[2] ?? join(WEB, "delivered");

/** The app is split where it says `import()`; each other script stands alone. */
const APP = ["main.js"];
const ALONE = ["appearance.js", "outside.js", "sign-up.js", "codes.js"];
const SHEETS = ["app.css", "later.css", "page.css", "print.css"];

const manifest = JSON.parse(await readFile(join(WEB, "vendor", "manifest.json"), "utf8"));

/** What the page's import map says. */
const vendored = {
  name: "vendored",
  setup(plan) {
    plan.onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const file = manifest.imports[path];
      return file ? { path: join(WEB, "vendor", file) } : { errors: [{ text: `what is ${path}?` }] };
    });
  },
};

/** The indentation inside of templates: htm drops whatever stands around a line's end. */
const outdented = {
  name: "outdented",
  setup(plan) {
    plan.onLoad({ filter: /static\/.*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(/\n[ \t]+/g, "\n"),
    }));
  },
};

const common = {
  absWorkingDir: TOP,
  banner: { js: "/* With parts by others; their names and licences: /vendor/licences.txt */" },
  bundle: true,
  charset: "utf8",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  format: "esm",
  legalComments: "none",
  metafile: true,
  minify: true,
  outdir: OUT,
  plugins: [vendored, outdented],
  target: "es2022",
  write: false,
};

/** Every source, in one order, and nothing that a page is not made of. */
async function sources(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile() && /\.(?:js|css)$/.test(each.name))
    .map((each) => relative(folder, join(each.parentPath ?? each.path, each.name)).replaceAll("\\", "/"))
    .sort();
}

const digest = createHash("sha256");
for (const name of await sources(STATIC)) {
  const content = await readFile(join(STATIC, name));
  digest.update(`${name}\n${content.length}\n`).update(content);
}
digest.update(await readFile(join(WEB, "vendor", "manifest.json")));

const files = new Map();
const entries = {};

/** Which modules the app fetches when they are needed. */
async function asked_for() {
  const { metafile } = await build({
    ...common,
    entryPoints: APP.map((name) => join(STATIC, name)),
    splitting: true,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const paths = imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path);
  return [...new Set(paths)].sort();
}

/**
 * All of them in one file: on a slow line a second request costs more than some kilobytes.
 * Whoever imports one finds its names among those of all.
 */
const together = (paths) => ({
  name: "together",
  setup(plan) {
    plan.onResolve({ filter: /./ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "later", namespace: "together" } : undefined,
    );
    plan.onLoad({ filter: /./, namespace: "together" }, async () => {
      const names = new Map();
      for (const path of paths) {
        const source = await readFile(join(TOP, path), "utf8");
        for (const [, name] of source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)) {
          if (names.has(name)) return { errors: [{ text: `${name}: in ${path} and ${names.get(name)}` }] };
          names.set(name, path);
        }
      }
      const lines = paths.map((path) => `export * from ${JSON.stringify(join(TOP, path))};`);
      return { contents: lines.join("\n"), resolveDir: TOP };
    });
  },
});

async function deliver(names, folder, options) {
  const made = await build({
    ...common,
    ...options,
    entryPoints: names.map((name) => join(STATIC, folder, name)),
  });
  for (const file of made.outputFiles) files.set(basename(file.path), file.contents);
  const outputs = Object.entries(made.metafile.outputs).map(([path, output]) => [basename(path), output]);
  const by_name = new Map(outputs);
  for (const [file, { entryPoint }] of outputs) {
    const name = entryPoint && basename(entryPoint);
    if (names.includes(name)) entries[name] = { file, needs: [...statics(file, by_name)].sort() };
  }
}

/** Every file that must be there before this one runs. */
function statics(file, outputs, found = new Set()) {
  for (const { path, kind } of outputs.get(file).imports) {
    const needed = basename(path);
    if (kind !== "import-statement" || found.has(needed)) continue;
    found.add(needed);
    statics(needed, outputs, found);
  }
  return found;
}

const later = await asked_for();
await deliver(APP, "", { splitting: true, plugins: [vendored, outdented, together(later)] });
for (const name of ALONE) await deliver([name], "", {});
await deliver(SHEETS, "styles", {});

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
for (const [name, content] of files) await writeFile(join(OUT, name), content);
const about = { sources: digest.digest("hex"), entries, files: [...files.keys()].sort() };
await writeFile(join(OUT, "manifest.json"), `${JSON.stringify(about, null, 2)}\n`);
