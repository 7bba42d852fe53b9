import { type RefObject, useEffect } from "react";

import { onFocusWanted } from "./drafts";

/** The field takes the focus at `/` and Ctrl + K, and when words are put into it from beside the conversation. */
export function useComposerFocus(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const focus = () => {
      const found = field.current;
      // A drawer that closes gives the focus back to its button; the field takes it after that.
      setTimeout(() => {
        found?.focus();
        found?.setSelectionRange(found.value.length, found.value.length);
      }, 50);
    };
    const press = (event: KeyboardEvent) => {
      if (!isAsked(event)) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener("keydown", press);
    const stopWaiting = onFocusWanted(focus);
    return () => {
      document.removeEventListener("keydown", press);
      stopWaiting();
    };
  }, [field]);
}

/** `/` is also a letter: where somebody types, it stays one. The place of the key counts, not what a layout makes of it. */
function isAsked(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK") return true;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return isPlain && event.code === "Slash" && !isTyping(event.target) && !document.querySelector("[aria-modal=true]");
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
