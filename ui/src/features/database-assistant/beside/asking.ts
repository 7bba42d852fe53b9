import { createContext, useContext } from "react";

/** What a press beside the conversation does in it. */
export type BesideAsking = {
  ask: (question: string) => void;
  /** Puts the words into the question that is being written. */
  insert: (words: string) => void;
};

export const BesideAskingContext = createContext<BesideAsking>({ ask: () => undefined, insert: () => undefined });

export function useBesideAsking(): BesideAsking {
  return useContext(BesideAskingContext);
}

/** How people call a table or a column: the head of its comment, else its name. */
export function calledOf({ name, comment }: { name: string; comment: string }): string {
  const head = comment.split(/[\n.;:,(]/, 1)[0]?.trim() ?? "";
  if (!head) return name.replaceAll("_", " ");
  const isAbbreviated = /^\p{Lu}{2}/u.test(head);
  return isAbbreviated ? head : head.charAt(0).toLocaleLowerCase() + head.slice(1);
}
