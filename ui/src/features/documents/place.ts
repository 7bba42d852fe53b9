import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

import { idOf } from "@/pieces/address";

/** What is open on the page of documents, as its address tells it: a reload, a link and the way back come there. */
export type Place = {
  chat?: number;
  document?: number;
  page?: number;
  /** The words that are marked (see `marks.ts`): what a colleague sees who cannot see the answer. */
  words?: string;
  /** The quotation that is marked: its answer and its number there. */
  answer?: number;
  quotation?: number;
  /** 1: the documents are drawn over the conversation, where they do not stand beside it. */
  library?: number;
};

const NUMBERS = ["chat", "document", "page", "answer", "quotation", "library"] as const;
const WORDS = /^[\d._-]{1,2000}$/;

/** The place that the address tells; whatever is not as it should be is left out. */
export function placeOf(search: Record<string, unknown>): Place {
  const place: Place = {};
  for (const name of NUMBERS) {
    const value = idOf(search[name]);
    if (value !== null) place[name] = value;
  }
  if (typeof search.words === "string" && WORDS.test(search.words)) place.words = search.words;
  return place;
}

/** The place after a change; null takes a part of it away. */
export function changed(place: Place, change: PlaceChange): Place {
  return placeOf({ ...place, ...change });
}

type PlaceChange = { [Name in keyof Place]?: Place[Name] | null };
export type Go = (change: PlaceChange, replace?: boolean) => void;

/** Nothing is open in the viewer. */
export const closed: PlaceChange = { document: null, page: null, words: null, answer: null, quotation: null };

/** `replace`: the step back of the browser does not come to what was before. */
export function usePlace(): [Place, Go] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const change = useCallback(
    (wanted: PlaceChange, replace = false) => {
      const next = (now: Record<string, unknown>) => changed(placeOf(now), wanted);
      void navigate({ to: "/documents", search: next as never, replace });
    },
    [navigate],
  );
  return [placeOf(search), change];
}
