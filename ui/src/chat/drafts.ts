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

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
