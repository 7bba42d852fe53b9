export const times = ["any", "today", "week", "month", "own"] as const;
export type Time = (typeof times)[number];
/** Which time is asked for; the days are of `own` alone, as a field of dates has them: `2026-11-23`, empty for none. */
export type Period = { time: Time; from: string; to: string };
type Moments = { since?: string; until?: string };

const DAYS_BACK = { today: 0, week: 6, month: 29 } as const;

/** The moments between which something was done, by the days of this browser's time zone; the end is not among them. */
export function momentsOf({ time, from, to }: Period, now: Date): Moments {
  if (time === "any") return {};
  if (time === "own") {
    return { ...(from ? { since: startOf(dayOf(from), 0) } : {}), ...(to ? { until: startOf(dayOf(to), 1) } : {}) };
  }
  return { since: startOf(now, -DAYS_BACK[time]) };
}

/** Midnight at the beginning of the day that is so many days after. */
function startOf(day: Date, daysAfter: number): string {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysAfter).toISOString();
}

function dayOf(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return new Date(year, month - 1, day);
}
