import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Rows chosen for a decision together; with Shift all between the last one chosen and this. */
export function useSelection(numberAt: (place: number) => number | undefined) {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set<number>());
  const anchor = useRef<number | null>(null);
  const latest = useLatest(numberAt);

  const toggle = useCallback((number: number, place: number, isRange: boolean) => {
    const from = isRange && anchor.current !== null ? anchor.current : place;
    anchor.current = place;
    setSelected((now) => toggled(now, number, numbersBetween(from, place, latest.current)));
  }, [latest]);
  const choose = useCallback((numbers: readonly number[]) => setSelected(new Set(numbers)), []);
  const clear = useCallback(() => setSelected((now) => (now.size === 0 ? now : new Set<number>())), []);
  return { selected, toggle, choose, clear };
}

/** The choice after a press on `number`: the whole range becomes what that row becomes. */
export function toggled(now: ReadonlySet<number>, number: number, range: readonly number[]): ReadonlySet<number> {
  const after = new Set(now);
  const isAdded = !now.has(number);
  for (const one of range) {
    if (isAdded) after.add(one);
    else after.delete(one);
  }
  return after;
}

function numbersBetween(from: number, to: number, numberAt: (place: number) => number | undefined): number[] {
  const numbers: number[] = [];
  for (let place = Math.min(from, to); place <= Math.max(from, to); place += 1) {
    const number = numberAt(place);
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}

/** What was given last, for those who are told of a press later. */
function useLatest<T>(value: T): RefObject<T> {
  const kept = useRef(value);
  useEffect(() => {
    kept.current = value;
  }, [value]);
  return kept;
}
