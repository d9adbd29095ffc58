// @ts-check
/**
 * How the page looks on this device: put on before anything is painted, so this one script is
 * waited for; and again when it is changed, here or in another tab ("appearance" is told by
 * `parts/settings-appearance.js`). So is what it calls itself there: in discreet mode a name, a sign
 * and titles that say nothing. Must never be more than that, nor fail where nothing is kept.
 */
{
  const root = document.documentElement;

  /** @param {string} key */
  const kept = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null") ?? {};
    } catch {
      return {};
    }
  };

  // Some systems keep what is opened from a home screen apart from the browser's own.
  if (location.search === "?as=notes") {
    try {
      localStorage.setItem("chat.discreet", "true");
    } catch {
      // Nothing is kept here.
    }
  }

  const { title } = document;
  const signs = [
    ["icon", "/static/icon.svg", "/static/icons/notes.svg"],
    ["apple-touch-icon", "/static/icons/icon-apple-180.png", "/static/icons/notes-apple-180.png"],
  ];
  // Never changed under a browser that may hold on to what it has read: there is one, then another.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";

  /** @param {string} href */
  const put = (href) => {
    if (manifest.getAttribute("href") === href) return;
    manifest.remove();
    manifest.setAttribute("href", href);
    document.head.append(manifest);
  };

  const name = () => {
    const discreet = kept("chat.discreet") === true;
    put(discreet ? "/notes.webmanifest" : "/app.webmanifest");
    if (discreet === root.hasAttribute("data-discreet")) return;
    root.toggleAttribute("data-discreet", discreet);
    document.title = discreet ? (root.dataset.neutral ?? "") : title;
    for (const [kind, own, neutral] of signs) {
      const link = document.querySelector(`link[rel="${kind}"]`);
      link?.setAttribute("href", String(discreet ? neutral : own));
    }
  };

  const tell = () => {
    // The browser's own frame has the colour of the page.
    const frame = document.querySelector('meta[name="theme-color"]');
    frame?.setAttribute("content", getComputedStyle(root).backgroundColor);
  };

  const wear = () => {
    const { theme, text, compact } = kept("chat.appearance");
    const known = theme === "light" || theme === "dark";
    root.toggleAttribute("data-compact", compact === true);
    if (known) root.dataset.theme = theme;
    else delete root.dataset.theme;
    if ([125, 150, 200].includes(text)) root.dataset.text = text;
    else delete root.dataset.text;
    name();
    if (document.readyState !== "loading") tell();
  };

  wear();
  addEventListener("DOMContentLoaded", tell);
  addEventListener("storage", wear);
  addEventListener("appearance", wear);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
}
