/** What a key asks for in the review table. */
export type Deed =
  | { name: "move"; by: number }
  | { name: "go"; to: "first" | "last" }
  | { name: "choose"; candidate: number }
  | { name: "accept" | "none" | "review" | "select" }
  | { name: "search" | "help" | "leave" | "undo" | "selectAll" };

type Key = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

const PAGE = 12;

const byKey: Readonly<Record<string, Deed>> = {
  ArrowUp: { name: "move", by: -1 },
  ArrowDown: { name: "move", by: 1 },
  PageUp: { name: "move", by: -PAGE },
  PageDown: { name: "move", by: PAGE },
  Home: { name: "go", to: "first" },
  End: { name: "go", to: "last" },
  Enter: { name: "accept" },
  Escape: { name: "leave" },
  " ": { name: "select" },
  "?": { name: "help" },
  "/": { name: "search" },
};

/** By the place of the key: letters and signs differ with the keyboard's language, places do not. */
const byPlace: Readonly<Record<string, Deed>> = {
  KeyX: { name: "none" },
  KeyR: { name: "review" },
  KeyJ: { name: "move", by: 1 },
  KeyK: { name: "move", by: -1 },
  KeyZ: { name: "undo" },
  Slash: { name: "search" },
};

/** With Ctrl (⌘): what they mean in every list. */
const byPlaceWithCtrl: Readonly<Record<string, Deed>> = {
  KeyZ: { name: "undo" },
  KeyA: { name: "selectAll" },
};

export function deedOf(event: Key): Deed | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : (byPlaceWithCtrl[event.code] ?? null);
  if (event.key === "?") return { name: "help" };
  if (event.code === "Slash") return { name: event.shiftKey ? "help" : "search" };
  const known = byKey[event.key];
  if (known) return known;
  if (event.shiftKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit ? { name: "choose", candidate: Number(digit) - 1 } : (byPlace[event.code] ?? null);
}

const FIELDS = "input:not([type=checkbox]), textarea, select, [contenteditable=true]";
const LAYERS = "[role=dialog], [role=menu], [role=listbox], [role=tree]";
const PRESSED = "button, a, input, [role=button], [role=slider]";

/** Whether a key pressed there belongs to what has the focus: a field, a layer above, or (Enter, Space) a button. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches(FIELDS) || target.matches("[role=slider]")) return true;
  if (target.closest("[data-review-panel]") === null && target.closest(LAYERS) !== null) return true;
  return (key === "Enter" || key === " ") && target.closest(PRESSED) !== null;
}
