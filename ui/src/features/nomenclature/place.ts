import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** The address of the room. */
export const ROOM = "/nomenclature";

/**
 * Where one is inside the room: a run and a row of it, a new run (with a catalogue where one comes from it), or (all
 * empty) the list of runs.
 */
export type Place = { run?: number; row?: number; isNew?: boolean; catalogue?: number };

/** The place that an address tells; what is no whole number above 0 is passed over. */
export function placeOf(search: Record<string, unknown>): Place {
  const run = wholeNumber(search.run);
  const row = wholeNumber(search.row);
  const catalogue = wholeNumber(search.catalogue);
  return {
    ...(run === null ? {} : { run }),
    ...(run === null || row === null ? {} : { row }),
    ...(search.new === undefined ? {} : { isNew: true }),
    ...(search.new === undefined || catalogue === null ? {} : { catalogue }),
  };
}

/** The search parameters of a place. */
export function searchOf(place: Place): Record<string, number> {
  return {
    ...(place.run === undefined ? {} : { run: place.run }),
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.isNew ? { new: 1 } : {}),
  };
}

export function usePlace(): Place {
  return placeOf(useLocation({ select: (location) => location.search as Record<string, unknown> }));
}

/** Goes to another place of the room; `isReplacing` leaves no step in the browser's history. */
export function useGo(): (place: Place, isReplacing?: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (place, isReplacing = false) => {
      const search = searchOf(place) as never; // the route keeps its search parameters untyped
      void navigate({ to: ROOM, search, replace: isReplacing });
    },
    [navigate],
  );
}

function wholeNumber(value: unknown): number | null {
  const told = typeof value === "string" ? Number(value) : value;
  return typeof told === "number" && Number.isSafeInteger(told) && told > 0 ? told : null;
}
