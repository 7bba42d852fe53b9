import { describe, expect, it } from "vitest";

import { placeOf, searchOf } from "./place";
import { namesOf } from "./starting/starting";

describe("places", () => {
  it.each([{}, { isNew: true }, { run: 5 }, { run: 5, row: 17 }])("come back from the address: %o", (place) => {
    expect(placeOf(searchOf(place))).toEqual(place);
  });

  it("pass over what is no number", () => {
    expect(placeOf({ run: "abc", row: -1 })).toEqual({});
  });
});

describe("namesOf", () => {
  it("takes a name a line and no blank lines", () => {
    expect(namesOf(" Труба 57х3,5 \r\n\n  \nКабель\n")).toEqual(["Труба 57х3,5", "Кабель"]);
  });
});
