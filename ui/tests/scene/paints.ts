import type { Page } from "@playwright/test";

/** What a person does to a table: the events that begin it. */
const KINDS = ["keydown", "click", "input", "scroll"] as const;

export type Kind = (typeof KINDS)[number];
export type Paints = Record<Kind, number[]>;

declare global {
  interface Window {
    paints?: Paints;
  }
}

/** From now on, keep how long it takes from each event to the end of the first frame painted after it. */
export async function watchPaints(page: Page): Promise<void> {
  await page.evaluate((kinds) => {
    const paints = (window.paints = { keydown: [], click: [], input: [], scroll: [] } as Paints);
    for (const kind of kinds) {
      document.addEventListener(kind, (event) => afterPaint((at) => paints[kind].push(at - event.timeStamp)), { capture: true, passive: true });
    }
    /** A message sent from the frame's own callback arrives when the frame is done. */
    function afterPaint(tell: (at: number) => void): void {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => tell(performance.now());
        port2.postMessage(null);
      });
    }
  }, KINDS);
}

/** What was seen since the last time, in milliseconds; on a busy machine the last of so many events may wait for its frame. */
export async function takePaints(page: Page, kind: Kind, atLeast: number): Promise<number[]> {
  await page.waitForFunction(([wanted, count]) => (window.paints?.[wanted].length ?? 0) >= count, [kind, atLeast] as const);
  return await page.evaluate((wanted) => window.paints?.[wanted].splice(0) ?? [], kind);
}

/** The value below which so large a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
