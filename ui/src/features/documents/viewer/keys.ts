import { type RefObject, useEffect } from "react";

type ViewerKeys = {
  previous: () => void;
  next: () => void;
  larger: () => void;
  smaller: () => void;
  fit: () => void;
};

const DEEDS: Record<string, keyof ViewerKeys> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  "0": "fit",
};
/** Where these keys mean something of their own. */
const OWN = "input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=separator]";

/** Keys that turn and zoom the open document wherever on the page one is, unless one is writing or choosing there. */
export function useViewerKeys(viewer: RefObject<HTMLElement | null>, keys: ViewerKeys) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const deed = DEEDS[event.key];
      if (!deed || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isOwn(event.target, viewer.current) || (event.key.startsWith("Arrow") && scrollsSideways(event.target))) return;
      event.preventDefault();
      keys[deed]();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [viewer, keys]);
}

function isOwn(target: EventTarget | null, viewer: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false;
  const dialog = target.closest("[role=dialog]");
  return target.closest(OWN) !== null || (dialog !== null && !dialog.contains(viewer));
}

/** A page wider than its desk is moved by the arrows. */
function scrollsSideways(target: EventTarget | null): boolean {
  return target instanceof Element && target.scrollWidth > target.clientWidth + 1;
}
