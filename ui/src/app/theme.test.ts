import { DEFAULT_THEME, mergeMantineTheme } from "@mantine/core";
import { describe, expect, it } from "vitest";

import { contrast, READABLE } from "./contrast";
import { readable, theme } from "./theme";

const WHITE = "#ffffff";
const GROUNDS = { light: [WHITE, "#f8f9fa"], dark: ["#242424", "#2e2e2e"] } as const;
const QUIET = ["--mantine-color-dimmed", "--mantine-color-placeholder", "--mantine-color-error"];

const whole = mergeMantineTheme(DEFAULT_THEME, theme);
const { light, dark } = readable(whole);
const variables: Record<"light" | "dark", Record<string, string>> = { light, dark };

describe("the colours of the page", () => {
  it("black on white has the contrast that the standard gives", () => {
    expect(contrast("#000000", WHITE)).toBeCloseTo(21);
  });

  it.each(["light", "dark"] as const)("quiet texts can be read on every ground of the %s theme", (scheme) => {
    for (const name of QUIET) {
      for (const ground of GROUNDS[scheme]) expect(contrast(variables[scheme][name] ?? "", ground)).toBeGreaterThanOrEqual(READABLE);
    }
  });

  it("white can be read on every coloured button, and every coloured text on its own tint", () => {
    for (const [name, shades] of Object.entries(whole.colors)) {
      if (name === "dark") continue;
      for (const scheme of ["light", "dark"] as const) {
        expect(contrast(WHITE, String(variables[scheme][`--mantine-color-${name}-filled`])), name).toBeGreaterThanOrEqual(READABLE);
      }
      expect(contrast(String(variables.light[`--mantine-color-${name}-light-color`]), shades[1]), name).toBeGreaterThanOrEqual(READABLE);
    }
  });
});
