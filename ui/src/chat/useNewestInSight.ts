import { type RefObject, useLayoutEffect } from "react";

/** What a person moves in a box with. */
const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * The newest entry comes to the top of what is seen, and stays there while answers above it are still being loaded,
 * until the person moves.
 */
export function useNewestInSight(column: RefObject<HTMLElement | null>, count: number): void {
  useLayoutEffect(() => {
    const entries = column.current;
    const box = entries?.parentElement;
    if (!entries || !box) return undefined;
    const show = () => showLast(entries, box);
    const watcher = new ResizeObserver(show);
    const leave = () => {
      watcher.disconnect();
      for (const move of MOVES) box.removeEventListener(move, leave);
    };
    show();
    watcher.observe(entries);
    for (const move of MOVES) box.addEventListener(move, leave, { passive: true });
    return leave;
  }, [column, count]);
}

function showLast(entries: HTMLElement, box: HTMLElement): void {
  const last = entries.lastElementChild;
  if (last instanceof HTMLElement) box.scrollTop = last.offsetTop;
}
