import { readFileSync } from "node:fs";

import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

const script = readFileSync("public/theme.js", "utf8");
const document_ = readFileSync("index.html", "utf8");

it.each([
  { chosen: "dark", system: "light", shown: "dark" },
  { chosen: "light", system: "dark", shown: "light" },
  { chosen: "auto", system: "dark", shown: "dark" },
  { chosen: null, system: "light", shown: "light" },
])("the first paint has the theme $chosen chosen, the system's being $system", ({ chosen, system, shown }) => {
  if (chosen) localStorage.setItem("mantine-color-scheme-value", chosen);
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes(system) }));
  new Function(script)();
  expect(document.documentElement.getAttribute("data-mantine-color-scheme")).toBe(shown);
});

it("the theme is told before anything that takes time", () => {
  const parsed = new DOMParser().parseFromString(document_, "text/html");
  const [first] = parsed.querySelectorAll("script");
  expect(first?.getAttribute("src")).toBe("/theme.js");
  expect(first?.getAttributeNames()).toEqual(["src"]);
});
