/** A training on the line: where it stands in a drawing, counted from the left and the top. */
export type Point = { x: number; y: number };

export type Scale = { from: number; to: number };

const LEAST_SPAN = 0.1;

/** From which to which accuracy the drawing reaches: round tenths around the values, at least a tenth apart. */
export function scaleOf(values: readonly number[]): Scale {
  if (values.length === 0) return { from: 0, to: 1 };
  const from = Math.floor(Math.min(...values) * 10) / 10;
  const to = Math.ceil(Math.max(...values) * 10) / 10;
  if (to - from >= LEAST_SPAN) return { from, to };
  return to + LEAST_SPAN <= 1 ? { from, to: to + LEAST_SPAN } : { from: from - LEAST_SPAN, to };
}

/** The values from left to right at equal steps; one alone stands in the middle. */
export function pointsOf(values: readonly number[], scale: Scale, width: number, height: number): Point[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, place) => ({
    x: values.length > 1 ? place * step : width / 2,
    y: height - ((value - scale.from) / (scale.to - scale.from)) * height,
  }));
}
