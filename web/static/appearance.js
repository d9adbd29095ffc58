// @ts-check
/**
 * How the page looks on this device: put on before anything is painted, so this one script is
 * waited for; and again when it is changed, here or in another tab ("appearance" is told by
 * `parts/settings-appearance.js`). Must never be more than that, nor fail where nothing is kept.
 */
{
  const root = document.documentElement;

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem("chat.appearance") ?? "null") ?? {};
    } catch {
      return {};
    }
  };

  const tell = () => {
    // The browser's own frame has the colour of the page.
    const frame = document.querySelector('meta[name="theme-color"]');
    frame?.setAttribute("content", getComputedStyle(root).backgroundColor);
  };

  const wear = () => {
    const { theme, text, compact } = kept();
    const known = theme === "light" || theme === "dark";
    root.toggleAttribute("data-compact", compact === true);
    if (known) root.dataset.theme = theme;
    else delete root.dataset.theme;
    if ([125, 150, 200].includes(text)) root.dataset.text = text;
    else delete root.dataset.text;
    if (document.readyState !== "loading") tell();
  };

  wear();
  addEventListener("DOMContentLoaded", tell);
  addEventListener("storage", wear);
  addEventListener("appearance", wear);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
}
