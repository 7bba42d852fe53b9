import { expect, test } from "vitest";

import type { Chat } from "./chats";
import { groupedByDay } from "./days";

const now = new Date(2026, 10, 22, 9, 0);

function chat(id: number, begun: Date, isFavourite = false): Chat {
  return { id, mode: "documents", title: `Chat ${id}`, is_favourite: isFavourite, created_at: begun.toISOString() };
}

test("conversations stand under the day they began, favourites before all", () => {
  const chats = [
    chat(6, new Date(2026, 10, 22, 8, 0)),
    chat(5, new Date(2026, 10, 21, 23, 59)),
    chat(4, new Date(2026, 10, 16, 12, 0)),
    chat(3, new Date(2026, 10, 15, 12, 0)),
    chat(2, new Date(2025, 0, 1), true),
  ];
  const groups = groupedByDay(chats, now).map(({ span, chats: group }) => [span, group.map((one) => one.id)]);
  expect(groups).toEqual([
    ["favourite", [2]],
    ["today", [6]],
    ["yesterday", [5]],
    ["week", [4]],
    ["earlier", [3]],
  ]);
});

test("a span without conversations has no heading", () => {
  expect(groupedByDay([chat(1, now)], now).map((group) => group.span)).toEqual(["today"]);
  expect(groupedByDay([], now)).toEqual([]);
});

test("a clock of the server that is ahead makes no tomorrow", () => {
  expect(groupedByDay([chat(1, new Date(2026, 10, 23, 0, 5))], now)[0]?.span).toBe("today");
});
