// Joins the Socket.IO client for browsers, with WebSocket as its one way of transport and JSON as its
// one kind of content: our server refuses all else, and it costs each phone some 3.5 KB. Run by
// `make vendor`: `node .ci/socket.mjs FOLDER OUT`, where FOLDER/node_modules holds the packages.
import { join, resolve } from "node:path";
import { build } from "esbuild";

const [folder, out] = process.argv.slice(2).map((path) => resolve(path));
const modules = join(folder, "node_modules");
const engine = join(modules, "engine.io-client", "build", "esm");

/** What stands in place of a module. */
const INSTEAD = {
  // One transport of four.
  transports: `import { WS } from "./transports/websocket.js";
    export const transports = { websocket: WS };`,
  engine: `export { Socket } from "./socket.js";
    export { installTimerFunctions } from "./util.js";
    export { nextTick } from "./globals.node.js";`,
  // Nothing that we say is binary; what comes so ends the connection.
  "is-binary": "export const isBinary = () => false; export const hasBinary = () => false;",
  binary: `const refuse = () => { throw new Error("binary"); };
    export { refuse as deconstructPacket, refuse as reconstructPacket };`,
};

const lean = {
  name: "lean",
  setup(plan) {
    plan.onResolve({ filter: /^(?:\.\/transports\/index|\.\/is-binary|\.\/binary)\.js$/ }, ({ path }) => ({
      path: /transports|is-binary|binary/.exec(path)?.[0],
      namespace: "lean",
    }));
    plan.onResolve({ filter: /^engine\.io-client$/ }, () => ({ path: "engine", namespace: "lean" }));
    plan.onLoad({ filter: /./, namespace: "lean" }, ({ path }) => ({
      contents: INSTEAD[path],
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
