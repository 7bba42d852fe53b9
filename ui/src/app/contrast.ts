import { darken, luminance } from "@mantine/core";

/** What WCAG 2 asks between a text and what it stands on (level AA). */
export const READABLE = 4.5;

/** The contrast of two colours after WCAG 2, 1…21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The lightest shade from the `first` on that can be read on the ground; the last one darkened where none can. */
export function readableOn(ground: string, shades: readonly string[], first: number): string {
  const found = shades.slice(first).find((shade) => contrast(shade, ground) >= READABLE);
  return found ?? darkened(shades.at(-1) ?? "#000000", ground);
}

function darkened(shade: string, ground: string): string {
  const shares = Array.from({ length: 9 }, (_, step) => (step + 1) / 10);
  const found = shares.map((share) => darken(shade, share)).find((color) => contrast(color, ground) >= READABLE);
  return found ?? "#000000";
}
