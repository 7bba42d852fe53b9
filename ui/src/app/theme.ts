import { alpha, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

import { readableOn } from "./contrast";

/** Ink blue: calm beside long tables, readable on both themes. */
const ink: MantineColorsTuple = [
  "#eef3fb", "#dbe4f2", "#b4c7e4", "#8aa8d7", "#688dcb", "#527cc4", "#4673c2", "#3762ab", "#2e579a", "#204b89",
];

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 6 },
  colors: { ink },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  defaultRadius: "md",
  cursorType: "pointer",
  headings: { fontWeight: "650" },
});

const FIRST_FOR_TEXT = 6;

/** Every text, also a quiet one, a coloured one, and the white one of a coloured button, can be read (WCAG 2, AA). */
export const readable: CSSVariablesResolver = ({ colors }) => {
  const light: Record<string, string> = {
    "--mantine-color-dimmed": "#5f6872",
    "--mantine-color-placeholder": "#68717b",
    "--mantine-color-error": readableOn("#f8f9fa", colors.red, FIRST_FOR_TEXT),
  };
  const dark: Record<string, string> = {
    "--mantine-color-dimmed": "#a6abb1",
    "--mantine-color-placeholder": "#9a9fa5",
    "--mantine-color-error": colors.red[4],
  };
  for (const [name, shades] of Object.entries(colors)) {
    if (name === "dark") continue;
    const filled = readableOn("#ffffff", shades, FIRST_FOR_TEXT);
    for (const variables of [light, dark]) {
      variables[`--mantine-color-${name}-filled`] = filled;
      variables[`--mantine-color-${name}-filled-hover`] = `color-mix(in srgb, ${filled}, black 12%)`;
    }
    // Of Mantine's own these are so deep that a notice outshines the page.
    dark[`--mantine-color-${name}-light`] = alpha(shades[5], 0.16);
    dark[`--mantine-color-${name}-light-hover`] = alpha(shades[5], 0.24);
    dark[`--mantine-color-${name}-light-color`] = shades[2];
    light[`--mantine-color-${name}-text`] = readableOn("#f8f9fa", shades, FIRST_FOR_TEXT);
    light[`--mantine-color-${name}-light-color`] = readableOn(shades[2], shades, FIRST_FOR_TEXT);
  }
  return { variables: {}, light, dark };
};
