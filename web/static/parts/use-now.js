// @ts-check
/** What time it is, told again now and then. Must never run for a page that nobody looks at. */
import { useEffect, useState } from "preact/hooks";
import { useApp } from "./app.js";

const EVERY_MS = 15_000;

/** The server's clock; whoever asks is drawn anew every quarter of a minute. */
export function useNow() {
  const app = useApp();
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") again((count) => count + 1);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return app.now();
}
