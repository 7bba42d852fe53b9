import { useWindowEvent } from "@mantine/hooks";
import type { RefObject } from "react";

import type { Row, Said } from "../deciding/decided";
import type { Cursor } from "./cursor";
import { type Deed, deedOf, isTaken } from "./keys";
import type { RowList } from "./rowList";

type Hands = {
  row: Row | undefined;
  cursor: Cursor;
  list: RowList;
  toggle: (number: number, place: number, isRange: boolean) => void;
  selectAll: () => void;
  undo: () => void;
  searchField: RefObject<HTMLInputElement | null>;
  textField: RefObject<HTMLInputElement | null>;
  say: (row: Row, said: Said) => void;
  onHelp: () => void;
};

/** The keys of the review, wherever on the screen the focus is, but not in a field or a layer above. */
export function useReviewKeys(hands: Hands): void {
  useWindowEvent("keydown", (event) => {
    if (event.defaultPrevented || isTaken(event.target, event.key)) return;
    const deed = deedOf(event);
    if (!deed || (event.repeat && deed.name !== "move")) return;
    if (done(deed, hands)) event.preventDefault();
  });
}

/** Does what a key asks for; false where there is nothing to do it to. */
function done(deed: Deed, hands: Hands): boolean {
  const { row, cursor, list, toggle, selectAll, undo, say, onHelp } = hands;
  switch (deed.name) {
    case "move":
      cursor.move(deed.by);
      return true;
    case "go":
      cursor.goTo(deed.to === "first" ? 0 : list.count - 1);
      return true;
    case "help":
      onHelp();
      return true;
    case "undo":
      undo();
      return true;
    case "selectAll":
      selectAll();
      return true;
    case "search":
      (hands.searchField.current ?? hands.textField.current)?.focus();
      return true;
    case "leave":
      if (cursor.active !== null) cursor.open(null);
      return cursor.active !== null;
    default:
      return row !== undefined && doneTo(row, deed, { cursor, toggle, say });
  }
}

type RowDeed = Extract<Deed, { name: "choose" | "accept" | "none" | "review" | "select" }>;

function doneTo(row: Row, deed: RowDeed, { cursor, toggle, say }: Pick<Hands, "cursor" | "toggle" | "say">): boolean {
  if (deed.name === "choose") {
    const candidate = row.candidates[deed.candidate];
    if (candidate) say(row, { decision: "accepted", itemId: candidate.item_id });
    return candidate !== undefined;
  }
  if (deed.name === "select") toggle(row.number, cursor.place, false);
  else if (deed.name === "accept") say(row, { decision: "accepted", itemId: null });
  else if (deed.name === "none") say(row, { decision: "no_such_item", itemId: null });
  else say(row, { decision: "needs_review", itemId: null });
  return true;
}
