import { useCallback, useSyncExternalStore } from "react";

const KEPT_UNDER = "spravka.text.";
const listeners = new Set<() => void>();

/** A text that is being written, kept in this tab until it is sent: neither a reload nor another page loses it. */
export function useDraft(name: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(listen, () => readDraft(name));
  const keep = useCallback((next: string) => keepDraft(name, next), [name]);
  return [text, keep];
}

export function readDraft(name: string): string {
  return sessionStorage.getItem(KEPT_UNDER + name) ?? "";
}

export function keepDraft(name: string, text: string): void {
  if (text) sessionStorage.setItem(KEPT_UNDER + name, text);
  else sessionStorage.removeItem(KEPT_UNDER + name);
  for (const listener of listeners) listener();
}

/** The draft goes on under another name: its conversation has got an id. */
export function moveDraft(from: string, to: string): void {
  keepDraft(to, readDraft(from));
  keepDraft(from, "");
}

/** What was being written in a conversation that is gone is put behind the draft of another. */
export function handOnDraft(from: string, to: string): void {
  const words = readDraft(from);
  if (!words) return;
  const written = readDraft(to).trimEnd();
  keepDraft(to, written ? `${written}\n${words}` : words);
  keepDraft(from, "");
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The draft of a conversation; `null` is the one that the next question begins. */
export function draftName(mode: string, chatId: number | null): string {
  return `${mode}.${chatId ?? "new"}`;
}

/** Words from beside the conversation are put behind what is written; the field gets the focus. */
export function addToDraft(name: string, words: string): void {
  const written = readDraft(name).trimEnd();
  keepDraft(name, written ? `${written} ${words}` : words);
  focusComposer();
}

const FOCUS = "spravka:composer";

/** Lets the field to ask in take the focus, wherever it stands. */
export function focusComposer(): void {
  window.dispatchEvent(new Event(FOCUS));
}

export function onFocusWanted(focus: () => void): () => void {
  window.addEventListener(FOCUS, focus);
  return () => window.removeEventListener(FOCUS, focus);
}
