import { describe, expect, it } from "vitest";

import { rightsOf, verdictOf } from "./rights";

const note = { right: "see-other-namespaces", severity: "note", text_en: "May read a, b.", text_ru: "Может читать a, b." };
const warning = { right: "stop-others", severity: "warning", text_en: "May stop.", text_ru: "Может прерывать." };
const kept = { user: "reader", is_writable: false, is_dangerous: false, findings: [note] };

describe("the rights report of a role", () => {
  it("is not there before the database was looked at", () => {
    expect(rightsOf(null)).toBeNull();
  });

  it("tells every finding in both languages", () => {
    expect(rightsOf(kept)?.findings).toEqual([
      { right: "see-other-namespaces", severity: "note", text: { ru: "Может читать a, b.", en: "May read a, b." } },
    ]);
  });

  it("takes a severity it does not know for a warning", () => {
    expect(rightsOf({ ...kept, findings: [{ right: "new-one", severity: "grave" }] })?.findings[0]).toEqual({
      right: "new-one",
      severity: "warning",
      text: { ru: "new-one", en: "new-one" },
    });
  });

  it.each([
    [kept, "reads"],
    [{ ...kept, findings: [warning, note] }, "more"],
    [{ ...kept, is_writable: true }, "writes"],
    [{ ...kept, is_writable: true, is_dangerous: true }, "danger"],
  ])("%j says: %s", (report, verdict) => {
    const rights = rightsOf(report);
    expect(rights && verdictOf(rights)).toBe(verdict);
  });
});
