import { describe, expect, it } from "vitest";

import { english } from "./english";
import { russian } from "./russian";

/** Every text of a tree with the path to it. */
function textsOf(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : textsOf(value as object, `${path}${key}.`),
  );
}

const slotsOf = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([slot]) => slot).sort();

describe("the words of the administration", () => {
  it("have the same slots in both languages", () => {
    const inRussian = new Map(textsOf(russian));
    for (const [path, text] of textsOf(english)) {
      expect([path, slotsOf(inRussian.get(path) ?? "")]).toEqual([path, slotsOf(text)]);
    }
  });

  it("are never empty", () => {
    for (const [path, text] of [...textsOf(english), ...textsOf(russian)]) expect([path, text.trim() !== ""]).toEqual([path, true]);
  });

  it("are all there that the screens ask for", () => {
    const known = new Set(textsOf(english).map(([path]) => path.replace(/_(one|few|many|other)$/, "")));
    const screens = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });
    for (const [file, text] of Object.entries(screens)) {
      for (const [, key] of text.matchAll(/[^\w.]t\("([\w.-]+)"/g)) expect([file, key, known.has(key ?? "")]).toEqual([file, key, true]);
    }
    expect(Object.keys(screens).length).toBeGreaterThan(30);
  });
});
