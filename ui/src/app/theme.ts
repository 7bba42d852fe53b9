import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Ink blue: calm beside long tables, readable on both themes. */
const ink: MantineColorsTuple = [
  "#eef3fb", "#dbe4f2", "#b4c7e4", "#8aa8d7", "#688dcb", "#527cc4", "#4673c2", "#3762ab", "#2e579a", "#204b89",
];

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 5 },
  colors: { ink },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  defaultRadius: "md",
  cursorType: "pointer",
  headings: { fontWeight: "650" },
});
