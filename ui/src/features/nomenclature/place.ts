import { useCallback } from "react";

import { idOf, type Search, useAddress, useGoing } from "@/pieces/address";

/** The address of the room. */
export const ROOM = "/nomenclature";

/**
 * Where one is inside the room: a run and a row of it, a new run (with a catalogue where one comes from it), or (all
 * empty) the list of runs.
 */
type Place = { run?: number; row?: number; isNew?: boolean; catalogue?: number };

/** The place that an address tells; what is no whole number above 0 is passed over. */
export function placeOf(search: Search): Place {
  const run = idOf(search.run);
  const row = idOf(search.row);
  const catalogue = idOf(search.catalogue);
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
  return placeOf(useAddress());
}

/** Goes to another place of the room; `isReplacing` leaves no step in the browser's history. */
export function useGo(): (place: Place, isReplacing?: boolean) => void {
  const go = useGoing(ROOM);
  return useCallback((place, isReplacing = false) => go(searchOf(place), isReplacing), [go]);
}
