import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { useLeaveWarning } from "./useLeaveWarning";

afterEach(cleanup);

function leaveIsAskedAbout(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

it("asks before the page is left for as long as something would be lost", () => {
  const { rerender } = renderHook(({ isNeeded }) => useLeaveWarning(isNeeded), { initialProps: { isNeeded: false } });
  expect(leaveIsAskedAbout()).toBe(false);
  rerender({ isNeeded: true });
  expect(leaveIsAskedAbout()).toBe(true);
  rerender({ isNeeded: false });
  expect(leaveIsAskedAbout()).toBe(false);
});
