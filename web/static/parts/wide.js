// @ts-check
/**
 * Whether there is room beside what is read, measured in letters: with large ones there is less.
 * Must never decide what can be reached, only where it stands.
 */
import { useEffect, useState } from "preact/hooks";

const LETTERS = 69;

function isWide() {
  return innerWidth >= LETTERS * Number.parseFloat(getComputedStyle(document.body).fontSize);
}

export function useWide() {
  const [wide, setWide] = useState(isWide);
  useEffect(() => {
    const look = () => setWide(isWide());
    addEventListener("resize", look);
    addEventListener("appearance", look);
    return () => {
      removeEventListener("resize", look);
      removeEventListener("appearance", look);
    };
  }, []);
  return wide;
}
