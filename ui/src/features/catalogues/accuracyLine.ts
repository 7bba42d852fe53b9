/** A training on the line: where it stands in a drawing, counted from the left and the top. */
type Point = { x: number; y: number };

type Scale = { from: number; to: number };

const STEP = 0.05;
const LEAST_SPAN = 0.1;

/** From which to which accuracy the drawing reaches: steps of five percent around the values, at least a tenth apart. */
export function scaleOf(values: readonly number[]): Scale {
  if (values.length === 0) return { from: 0, to: 1 };
  const from = roundTo(Math.floor(Math.min(...values) / STEP + 1e-9) * STEP);
  const to = roundTo(Math.ceil(Math.max(...values) / STEP - 1e-9) * STEP);
  if (to - from >= LEAST_SPAN - 1e-9) return { from, to };
  return from + LEAST_SPAN <= 1 ? { from, to: roundTo(from + LEAST_SPAN) } : { from: roundTo(1 - LEAST_SPAN), to: 1 };
}

/** The values from left to right at equal steps; one alone stands in the middle. */
export function pointsOf(values: readonly number[], scale: Scale, width: number, height: number): Point[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, place) => ({
    x: values.length > 1 ? place * step : width / 2,
    y: height - ((value - scale.from) / (scale.to - scale.from)) * height,
  }));
}

function roundTo(share: number): number {
  return Math.round(share * 100) / 100;
}
