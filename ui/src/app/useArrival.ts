import { type RefObject, useEffect, useRef } from "react";

/**
 * Where another page is opened, the keyboard and the screen reader begin there, not where the menu was. A page that
 * takes the focus itself keeps it.
 */
export function useArrival(path: string, main: RefObject<HTMLElement | null>): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
