import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** What is open on the page of documents, as its address tells it: a reload and a link come back there. */
export type Place = {
  chat?: number;
  document?: number;
  page?: number;
  /** The quotation that is highlighted: its answer and its number there. */
  answer?: number;
  quotation?: number;
};

const NAMES = ["chat", "document", "page", "answer", "quotation"] as const;

/** The place that the address tells; whatever is no positive whole number is left out. */
export function placeOf(search: Record<string, unknown>): Place {
  const place: Place = {};
  for (const name of NAMES) {
    const value = Number(search[name]);
    if (Number.isSafeInteger(value) && value > 0) place[name] = value;
  }
  return place;
}

/** The place after a change; null takes a part of it away. */
export function changed(place: Place, change: PlaceChange): Place {
  return placeOf({ ...place, ...change });
}

export type PlaceChange = { [Name in keyof Place]?: number | null };

/** `replace`: the step back of the browser does not come to what was before. */
export function usePlace(): [Place, (change: PlaceChange, replace?: boolean) => void] {
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
