import { describe, expect, it } from "vitest";

import { deedOf, isTaken } from "./keys";

function key(key: string, code: string, shiftKey = false) {
  return { key, code, shiftKey, ctrlKey: false, altKey: false, metaKey: false };
}

describe("deedOf", () => {
  it.each([
    ["↓", key("ArrowDown", "ArrowDown"), { name: "move", by: 1 }],
    ["Enter", key("Enter", "Enter"), { name: "accept" }],
    ["3", key("3", "Digit3"), { name: "choose", candidate: 2 }],
    ["3 of the number pad", key("3", "Numpad3"), { name: "choose", candidate: 2 }],
    ["X", key("x", "KeyX"), { name: "none" }],
    ["X on a Russian keyboard", key("ч", "KeyX"), { name: "none" }],
    ["/ on a Russian keyboard", key(".", "Slash"), { name: "search" }],
    ["? on a Russian keyboard", key(",", "Slash", true), { name: "help" }],
    ["0, for candidates are counted from 1", key("0", "Digit0"), null],
  ])("understands %s", (_, pressed, deed) => {
    expect(deedOf(pressed)).toEqual(deed);
  });

  it("leaves the browser's own shortcuts alone", () => {
    expect(deedOf({ ...key("r", "KeyR"), ctrlKey: true })).toBeNull();
  });
});

describe("isTaken", () => {
  function inside(html: string, selector: string): Element | null {
    document.body.innerHTML = html;
    return document.querySelector(selector);
  }

  it("leaves keys to a field that is typed in", () => {
    expect(isTaken(inside("<input id=a>", "#a"), "x")).toBe(true);
  });

  it("leaves Enter to a button, but not the digits", () => {
    const button = inside("<button id=a></button>", "#a");
    expect(isTaken(button, "Enter")).toBe(true);
    expect(isTaken(button, "1")).toBe(false);
  });

  it("leaves keys to a dialog, except to the open row in one", () => {
    expect(isTaken(inside("<div role=dialog><p id=a></p></div>", "#a"), "1")).toBe(true);
    expect(isTaken(inside("<div role=dialog><p data-review-panel id=a></p></div>", "#a"), "1")).toBe(false);
  });
});
