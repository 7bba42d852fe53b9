import { useEffect, useState } from "react";

import { Refused } from "@/api/problems";

const SECOND_MS = 1_000;

/** Seconds counted down to 0, and what begins the count. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), SECOND_MS);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/** For how many seconds nobody is let in, after too many wrong tries; 0 after any other error. */
export function waitOf(error: unknown): number {
  const isTooMany = error instanceof Refused && error.slug === "too-many-attempts";
  return isTooMany ? Number(error.problem.retry_after_seconds) : 0;
}

/** `1:05` */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
