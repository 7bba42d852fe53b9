import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

export const tabs = ["items", "imports", "versions", "settings"] as const;
export type Tab = (typeof tabs)[number];

/** Where one is inside the room: a catalogue and a part of it, or the list of all. */
export type Place = { catalogue?: number; tab?: Tab };

/** The place that an address tells; what is unknown is passed over. */
export function placeOf(search: Record<string, unknown>): Place {
  const catalogue = Number(search.catalogue);
  const tab = tabs.find((one) => one === search.tab);
  return {
    ...(Number.isSafeInteger(catalogue) && catalogue > 0 ? { catalogue } : {}),
    ...(tab === undefined ? {} : { tab }),
  };
}

export function usePlace(): Place {
  return placeOf(useLocation({ select: (location) => location.search as Record<string, unknown> }));
}

export function useGo(): (place: Place) => void {
  const navigate = useNavigate();
  return useCallback(
    (place) => {
      const to = "/catalogues" as never; // the route keeps its search parameters untyped
      void navigate({ to, search: place as never });
    },
    [navigate],
  );
}
