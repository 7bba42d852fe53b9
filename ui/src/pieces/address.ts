import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** What an address says after its `?`, as the router reads it. */
export type Search = Record<string, unknown>;

export function useAddress(): Search {
  return useLocation({ select: (location) => location.search as Search });
}

/** Goes to a place of a room, told by its search parameters; `isReplacing` leaves no step in the browser's history. */
export function useGoing(room: string): (search: object, isReplacing?: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (search, isReplacing = false) => {
      // The routes keep their search parameters untyped.
      void navigate({ to: room as never, search: search as never, replace: isReplacing });
    },
    [navigate, room],
  );
}

/** The id that an address tells; none where that is no whole number above 0. */
export function idOf(told: unknown): number | null {
  const id = typeof told === "string" ? Number(told) : told;
  return typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? id : null;
}
