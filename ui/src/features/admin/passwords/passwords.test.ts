import { describe, expect, it } from "vitest";

import { faultOf, randomPassword } from "./passwords";

describe("a password that the page makes", () => {
  it("is four groups of four signs, another one each time", () => {
    const made = Array.from({ length: 50 }, randomPassword);
    for (const password of made) expect(password).toMatch(/^([a-hj-kmn-z2-9]{4}-){3}[a-hj-kmn-z2-9]{4}$/);
    expect(new Set(made).size).toBe(50);
  });

  it("is one that the server takes", () => {
    expect(faultOf(randomPassword())).toBeNull();
  });
});

describe("a password that somebody types", () => {
  it.each([
    ["", "", null],
    ["короткий", "", "short"],
    ["aaaaaaaaaaaa", "", "repeated"],
    ["Ivan@Firm.local ", "ivan@firm.local", "email"],
    ["длинный пароль", "ivan@firm.local", null],
  ])("%j of %j has the fault %s", (password, email, fault) => {
    expect(faultOf(password, email)).toBe(fault);
  });
});
