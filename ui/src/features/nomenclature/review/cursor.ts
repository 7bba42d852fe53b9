import { useDebouncedCallback } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";

import { placeOf, ROOM, useGo, usePlace } from "../place";
import type { RowList } from "./rowList";

const ADDRESS_MS = 400;

/** The row that is open: moved by keys at once, told to the address a moment later. */
export function useCursor(runId: number, list: RowList) {
  const go = useGo();
  const first = usePlace().row ?? null;
  const [active, setActive] = useState<number | null>(first);
  const router = useRouter();
  const tell = useDebouncedCallback((row: number | null) => {
    const place = placeOf(router.latestLocation.search as Record<string, unknown>);
    if (router.latestLocation.pathname !== ROOM || place.run !== runId) return; // one is leaving already
    go({ run: runId, ...(row === null ? {} : { row }) }, true);
  }, ADDRESS_MS);

  const open = useCallback(
    (number: number | null) => {
      setActive(number);
      tell(number);
    },
    [tell],
  );
  const goTo = (place: number) => {
    const number = list.numberAt(Math.max(0, Math.min(list.count - 1, place)));
    if (number !== undefined) open(number);
  };
  const place = active === null ? -1 : list.placeOf(active);

  // Asked for the first row of a list that is still on its way: opened when it is there.
  const isStarting = useRef(false);
  const firstNumber = list.numberAt(0);
  useEffect(() => {
    if (!isStarting.current || list.isTurning || firstNumber === undefined) return;
    isStarting.current = false;
    open(firstNumber);
  }, [list.isTurning, firstNumber, open]);

  const startAtFirst = () => {
    isStarting.current = true;
  };
  return { active, place, open, goTo, startAtFirst, move: (by: number) => goTo(place < 0 ? 0 : place + by) };
}

export type Cursor = ReturnType<typeof useCursor>;
