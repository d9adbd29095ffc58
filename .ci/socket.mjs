// Joins the Socket.IO client for browsers, with WebSocket as its one way of transport: the others are
// refused by our server, and cost each phone some 2.5 KB. Run by `make vendor`:
// `node .ci/socket.mjs FOLDER OUT`, where FOLDER/node_modules holds the packages.
import { join, resolve } from "node:path";
import { build } from "esbuild";

const [folder, out] = process.argv.slice(2).map((path) => resolve(path));
const modules = join(folder, "node_modules");
const engine = join(modules, "engine.io-client", "build", "esm");

/** What their packages say of browsers, and one transport in place of four. */
const lean = {
  name: "lean",
  setup(plan) {
    plan.onResolve({ filter: /^\.\/transports\/index\.js$/ }, () => ({
      path: "transports",
      namespace: "lean",
    }));
    plan.onResolve({ filter: /^engine\.io-client$/ }, () => ({ path: "engine", namespace: "lean" }));
    plan.onLoad({ filter: /^transports$/, namespace: "lean" }, () => ({
      contents: `import { WS } from "./transports/websocket.js";
        export const transports = { websocket: WS };`,
      resolveDir: engine,
    }));
    plan.onLoad({ filter: /^engine$/, namespace: "lean" }, () => ({
      contents: `export { Socket } from "./socket.js";
        export { installTimerFunctions } from "./util.js";
        export { nextTick } from "./globals.node.js";`,
      resolveDir: engine,
    }));
  },
};

await build({
  bundle: true,
  charset: "utf8",
  conditions: ["browser"],
  format: "esm",
  legalComments: "none",
  outfile: out,
  platform: "browser",
  plugins: [lean],
  stdin: {
    contents: 'export { Manager } from "./socket.io-client/build/esm/manager.js";',
    resolveDir: modules,
  },
  absWorkingDir: folder,
  target: "es2022",
});
