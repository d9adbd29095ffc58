// Makes web/delivered/ from web/static/ and web/vendor/: few, small files for phones on bad networks.
// `node .ci/delivery.mjs FOLDER` puts them into another folder, to compare.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { build } from "esbuild";
import { minify } from "terser";

const TOP = dirname(dirname(fileURLToPath(import.meta.url)));
const WEB = join(TOP, "web");
const STATIC = join(WEB, "static");
const OUT = resolve(process.argv[2] ?? join(WEB, "delivered"));
const PYTHON = process.env.PYTHON ?? join(TOP, ".venv", "bin", "python");

/** The app is two files: what a room begins with, and whatever is asked for by `import()`. */
const APP = "main.js";
/** How the two name each other until it is known which bytes they hold. */
const FIRST = "./@first@.js";
const LATER = "./@later@.js";
/** Each other script stands alone. */
const ALONE = ["appearance.js", "outside.js", "sign-up.js", "codes.js"];
const SHEETS = ["app.css", "later.css", "page.css", "palettes.css"];

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

/** What is joined is made smaller once more: by some three in a hundred, which phones feel. */
const SMALLER = { module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: /^ With/ } };

/** Names tell which bytes a file holds, so they tell by what these were made as well. */
const tools = createHash("sha256").update(JSON.stringify(SMALLER)).update(
  await readFile(join(TOP, "node_modules", "terser", "package.json")),
);
const BY = tools.digest("hex").slice(0, 3);

const common = {
  absWorkingDir: TOP,
  banner: { js: "/* With parts by others; their names and licences: /vendor/licences.txt */" },
  bundle: true,
  charset: "utf8",
  // Nobody looks at the page with the tools of its makers.
  define: { "window.__PREACT_SIGNALS_DEVTOOLS__": "undefined" },
  entryNames: `[name]-${BY}[hash]`,
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

/** How the app's modules hang together: by path, as esbuild has read them. */
async function anatomy() {
  const { metafile } = await build({ ...common, entryPoints: [join(STATIC, APP)], splitting: true });
  const { inputs } = metafile;
  const asked = Object.values(inputs).flatMap(({ imports }) => imports.filter(isAskedFor));
  const first = closure(inputs, [relative(TOP, join(STATIC, APP))]);
  return { inputs, first, asked: [...new Set(asked.map(({ path }) => path))].sort() };
}

const isAskedFor = ({ kind }) => kind === "dynamic-import";

/** Everything that these need at once, themselves included. */
function closure(inputs, paths, found = new Set()) {
  for (const path of paths) {
    if (found.has(path)) continue;
    found.add(path);
    const needed = inputs[path].imports.filter((each) => !isAskedFor(each) && !each.external);
    closure(inputs, needed.map((each) => each.path), found);
  }
  return found;
}

/** Which names the later modules borrow of the first ones, and how these are called between the two. */
async function borrowed({ inputs, first, asked }) {
  const lent = new Map();
  let count = 0;
  for (const path of closure(inputs, asked)) {
    if (first.has(path)) continue;
    const { body } = parse(await readFile(join(TOP, path), "utf8"), {
      ecmaVersion: "latest",
      sourceType: "module",
    });
    for (const { source, specifiers } of body.filter(({ source }) => source)) {
      const from = inputs[path].imports.find(({ original }) => original === source.value).path;
      if (!first.has(from)) continue;
      const names = lent.get(from) ?? new Map();
      lent.set(from, names);
      for (const { imported, type } of specifiers) {
        if (type !== "ImportSpecifier") throw new Error(`${path}: name what you need of ${from}`);
        if (!names.has(imported.name)) names.set(imported.name, short(count++));
      }
    }
  }
  return lent;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function short(number) {
  const rest = Math.floor(number / LETTERS.length);
  return (rest > 0 ? short(rest - 1) : "") + LETTERS[number % LETTERS.length];
}

/** What the later ones ask for of the first, instead of bringing it along a second time. */
const borrows = ({ first }, lent) => ({
  name: "borrows",
  setup(plan) {
    plan.onResolve({ filter: /@first@/ }, () => ({ path: FIRST, external: true }));
    plan.onLoad({ filter: /\.m?js$/ }, ({ path }) => {
      const name = relative(TOP, path);
      if (!first.has(name)) return undefined;
      const names = [...(lent.get(name) ?? [])].map(([own, between]) => `${between} as ${own}`);
      return { contents: `export { ${names.join(", ")} } from "${FIRST}";` };
    });
  },
});

const asks = {
  name: "asks",
  setup(plan) {
    plan.onResolve({ filter: /./ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: LATER, external: true } : undefined,
    );
  },
};

/**
 * All that is asked for in one file: on a slow line a second request costs more than some kilobytes.
 * Whoever imports one finds its names among those of all.
 */
async function together(paths) {
  const names = new Map();
  for (const path of paths) {
    const source = await readFile(join(TOP, path), "utf8");
    for (const [, name] of source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)) {
      if (names.has(name)) throw new Error(`${name}: in ${path} and ${names.get(name)}`);
      names.set(name, path);
    }
  }
  return paths.map((path) => `export * from ${JSON.stringify(join(TOP, path))};`).join("\n");
}

/**
 * How the first asks for the later. A browser may remember for good that a module could not be had,
 * so its bytes are asked for before: what fails there can be asked for again.
 */
const ASKING = `const askLater = async () => {
  const answer = await fetch(new URL("${LATER}", import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  await answer.text();
  return import("${LATER}");
};`;

const asking = (text) => ASKING + text.replaceAll(`import("${LATER}")`, "askLater()");

/** One file of the app, made of what is written here. */
async function joined(contents, plugins, turned = (text) => text) {
  const made = await build({
    ...common,
    plugins: [...plugins, vendored, outdented],
    stdin: { contents, resolveDir: TOP },
  });
  return smaller({ path: APP, text: turned(made.outputFiles[0].text) });
}

async function deliverApp() {
  const found = await anatomy();
  const lent = await borrowed(found);
  const exported = [...lent].map(([path, names]) => {
    const list = [...names].map(([own, between]) => `${own} as ${between}`);
    return `export { ${list.join(", ")} } from ${JSON.stringify(join(TOP, path))};`;
  });
  const main = `import ${JSON.stringify(join(STATIC, APP))};\n${exported.join("\n")}`;
  const first = await joined(main, [asks], asking);
  const later = await joined(await together(found.asked), [asks, borrows(found, lent)]);
  const both = createHash("sha256").update(first).update(later).digest("hex").slice(0, 10);
  const named = (text) => text.replaceAll("@first@", `main-${both}`).replaceAll("@later@", `later-${both}`);
  files.set(`main-${both}.js`, named(first));
  files.set(`later-${both}.js`, named(later));
  entries[APP] = `main-${both}.js`;
}

async function deliver(names, folder) {
  const made = await build({
    ...common,
    entryPoints: names.map((name) => join(STATIC, folder, name)),
  });
  for (const file of made.outputFiles) files.set(basename(file.path), await smaller(file));
  for (const [path, { entryPoint }] of Object.entries(made.metafile.outputs)) {
    if (entryPoint) entries[basename(entryPoint)] = basename(path);
  }
}

/** @returns the bytes to deliver */
async function smaller({ path, contents, text }) {
  return path.endsWith(".js") ? (await minify(text, SMALLER)).code : contents;
}

await deliverApp();
for (const name of ALONE) await deliver([name], "");
await deliver(SHEETS, "styles");

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
for (const [name, content] of files) await writeFile(join(OUT, name), content);
const about = { sources: digest.digest("hex"), entries, files: [...files.keys()].sort() };
await writeFile(join(OUT, "manifest.json"), `${JSON.stringify(about, null, 2)}\n`);
execFileSync(PYTHON, ["-m", "tests.support.packing", OUT], { cwd: TOP, stdio: "inherit" });
