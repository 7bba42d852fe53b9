import { useMemo, useState } from "react";

/** Shares of the width there is; 1 fits. */
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const FITTING = STEPS.indexOf(1);

export type Zoom = {
  share: number;
  isFitting: boolean;
  canGrow: boolean;
  canShrink: boolean;
  larger: () => void;
  smaller: () => void;
  fit: () => void;
};

/** How large pages are shown; the same from page to page and from document to document. */
export function useZoom(): Zoom {
  const [step, setStep] = useState(FITTING);
  return useMemo(
    () => ({
      share: STEPS[step] ?? 1,
      isFitting: step === FITTING,
      canGrow: step < STEPS.length - 1,
      canShrink: step > 0,
      larger: () => setStep((now) => Math.min(now + 1, STEPS.length - 1)),
      smaller: () => setStep((now) => Math.max(now - 1, 0)),
      fit: () => setStep(FITTING),
    }),
    [step],
  );
}
