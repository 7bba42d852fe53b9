import { describe, expect, it } from "vitest";

import { nameIn } from "./download";

describe("the name of a file that is downloaded", () => {
  it.each([
    ["attachment; filename=\"list.xlsx\"", "list.xlsx"],
    ["attachment; filename=list.xlsx", "list.xlsx"],
    ["attachment; filename*=UTF-8''%D0%BF%D1%80%D0%B0%D0%B9%D1%81.xlsx", "прайс.xlsx"],
    ["attachment; filename=\"list.xlsx\"; filename*=utf-8''%D0%BF%D1%80%D0%B0%D0%B9%D1%81.xlsx", "прайс.xlsx"],
    ["attachment; filename=\"list.xlsx\"; filename*=UTF-8''%E0%A4", "list.xlsx"],
    ["attachment", null],
    [null, null],
  ])("in %s is %s", (header, name) => {
    expect(nameIn(header)).toBe(name);
  });
});
