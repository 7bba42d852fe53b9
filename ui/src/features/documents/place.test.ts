import { expect, test } from "vitest";

import { changed, placeOf } from "./place";

test("an address tells what is open, and nothing that is no number of something", () => {
  expect(placeOf({ chat: 5, document: "7", page: 0, answer: "x", quotation: -1, other: 1 })).toEqual({ chat: 5, document: 7 });
});

test("marked words are told as they are, and nothing else is taken for them", () => {
  expect(placeOf({ document: 7, words: "2.1-4_3.0-1" })).toEqual({ document: 7, words: "2.1-4_3.0-1" });
  expect(placeOf({ document: 7, words: "<b>" })).toEqual({ document: 7 });
});

test("null takes a part of the place away and leaves the rest", () => {
  expect(changed({ chat: 5, document: 7, page: 2 }, { document: null, page: null })).toEqual({ chat: 5 });
});
