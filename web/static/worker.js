// @ts-check
/**
 * Lets the browser keep the page itself, and tells when a newer one is there.
 * Must never load the page anew unless the person says so, and never ask for a permission.
 *
 * @typedef {object} Hooks
 * @property {() => void} [on_newer]  a newer version is kept, and takes over when it is told to
 */
const PATH = "/service-worker.js";
/** A page that stays open for days hears of a newer version as well. */
const LOOKS_EACH_MS = 60 * 60 * 1000;

/**
 * @param {Hooks} [hooks]
 * @returns {{take: () => void}}
 */
export function keepPage({ on_newer = () => {} } = {}) {
  const workers = navigator.serviceWorker;
  /** @type {ServiceWorkerRegistration | null} */
  let registration = null;
  let looked_at = Date.now();
  let asked = false;
  if (!workers) return { take() {} };

  // The first worker of all takes over a page that is whole already.
  let had_one = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    // Where nobody asked, the page goes on with the files it began with: they are kept as well.
    if (had_one && asked) location.reload();
    else if (had_one) on_newer();
    had_one = true;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" || Date.now() - looked_at < LOOKS_EACH_MS) return;
    looked_at = Date.now();
    void registration?.update().catch(() => {});
  });
  void begin();

  async function begin() {
    try {
      registration = await workers.register(/** @type {any} */ (address()), {
        scope: "/",
        updateViaCache: "none",
      });
    } catch {
      return; // Private windows of some browsers keep nothing.
    }
    if (!registration) return; // Nor does a browser that was told to keep nothing.
    if (registration.waiting && workers.controller) on_newer();
    registration.addEventListener("updatefound", () => {
      const next = registration?.installing;
      next?.addEventListener("statechange", () => {
        if (next.state === "installed" && workers.controller) on_newer();
      });
    });
  }

  return {
    /** The person wants the newer version now. */
    take() {
      asked = true;
      if (registration?.waiting) registration.waiting.postMessage("take-over");
      else location.reload();
    },
  };
}

/** The one address that this page's policy lets become a worker. */
function address() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return PATH;
  const policy = trustedTypes.createPolicy("service-worker", { createScriptURL: () => PATH });
  return policy.createScriptURL(PATH);
}
