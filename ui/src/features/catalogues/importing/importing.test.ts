import { describe, expect, it } from "vitest";

import { columnsOf, missingOf, namesOf, withField } from "./columns";
import { refusalOf } from "./refusing";

describe("columns of an import", () => {
  it("are those that the server has told", () => {
    expect(columnsOf({ code: 0, name: 1, unit: null, other: 4 })).toEqual({ code: 0, name: 1 });
  });

  it("tell a group that is known by its name once", () => {
    expect(columnsOf({ code: 0, name: 1, group_code: 2, group_name: 2 })).toEqual({ code: 0, name: 1, group_name: 2 });
  });

  it.each([
    [{ code: 0, name: 1, group_code: 2 }, []],
    [{ code: 0, name: 1, parent_code: 2 }, []],
    [{ code: 0, name: 1 }, ["group"]],
    [{ group_name: 2 }, ["code", "name"]],
  ])("lack something or nothing: %o", (columns, missing) => {
    expect(missingOf(columns)).toEqual(missing);
  });

  it("are each one thing, and each thing is one column", () => {
    expect(withField({ code: 0, name: 1 }, 1, "code")).toEqual({ code: 1 });
    expect(withField({ code: 0, name: 1 }, 0, null)).toEqual({ name: 1 });
  });

  it("are told by their headers, by number where a header is no plain line, and as absent where they are", () => {
    const names = namesOf({ code: 0, name: 1, unit: 2 }, ["Код", "", "Ед.\nизм."]);
    expect(names).toMatchObject({ code: "Код", name: "2", unit: "3", group_code: "" });
  });
});

describe("refusalOf", () => {
  it("tells the earlier row of a code, and how long what is too long is", () => {
    expect(refusalOf("duplicate_code", "The code 12 stands in row 4 already")).toMatchObject({ row: "4" });
    const long = refusalOf("too_long", "The name has 12000 characters; at most 10000 are kept");
    expect(long).toMatchObject({ length: "12000", limit: "10000" });
  });

  it("leaves a reason that it does not know to the server's words", () => {
    expect(refusalOf("of_tomorrow", "Something new")).toBeNull();
  });
});
