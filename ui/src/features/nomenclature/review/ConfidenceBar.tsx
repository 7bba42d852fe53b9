import { percent } from "@/language/numbers";

import classes from "./marks.module.css";

/** How sure an item is meant, 0…1, as a bar with its percentage. */
export function ConfidenceBar({ confidence }: { confidence: number }) {
  const level = confidence >= 0.9 ? "high" : confidence >= 0.5 ? "middle" : "low";
  return (
    <span className={classes.confidence}>
      <span className={classes.track} data-track aria-hidden>
        <span className={classes.bar} data-level={level} style={{ width: `${Math.round(confidence * 100)}%` }} />
      </span>
      {percent(confidence)}
    </span>
  );
}
