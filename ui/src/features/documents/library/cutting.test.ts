import { expect, test } from "vitest";

import { middleCut } from "./cutting";

test("a name that is too long loses its middle, for files differ at their ends", () => {
  expect(middleCut("Договор подряда ПД-2025-0417 от 14.03.2025.pdf", 24)).toBe("Договор подряд….2025.pdf");
  expect(middleCut("Смета.xlsx", 24)).toBe("Смета.xlsx");
});
