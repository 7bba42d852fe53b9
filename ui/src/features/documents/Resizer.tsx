import { type KeyboardEvent, type PointerEvent, useRef } from "react";

import classes from "./documents.module.css";
import type { Width } from "./width";

const STEP_PX = 16;

type Props = {
  label: string;
  width: Width;
  /** On which side of the line the resized column stands. */
  side: "left" | "right";
};

/** The line between two columns: drawn by the pointer, moved by ←/→, put back by a double click. */
export function Resizer({ label, width, side }: Props) {
  const from = useRef<{ x: number; pixels: number } | null>(null);
  const sign = side === "left" ? 1 : -1;

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, pixels: width.pixels };
  }

  function onPointerMove(event: PointerEvent) {
    if (from.current) width.set(from.current.pixels + sign * (event.clientX - from.current.x));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    width.set(width.pixels + sign * (event.key === "ArrowRight" ? STEP_PX : -STEP_PX));
  }

  return (
    <div
      className={classes.resizer}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width.pixels}
      aria-valuemin={width.least}
      aria-valuemax={width.most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => (from.current = null)}
      onKeyDown={onKeyDown}
      onDoubleClick={width.reset}
    />
  );
}
