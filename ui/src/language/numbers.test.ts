import { beforeAll, describe, expect, it } from "vitest";

import { chooseLanguage, startLanguage } from "./language";
import { day, fileSize, megabytes, moment, number, percent } from "./numbers";

beforeAll(startLanguage);

const AT = new Date(2026, 10, 3, 9, 5).toISOString();

describe("numbers and dates", () => {
  it("are written as in Russian", async () => {
    await chooseLanguage("ru");
    expect([number(12345.678), percent(0.456), day(AT), moment(AT)]).toEqual(["12\u00a0345,68", "46\u00a0%", "03.11.2026", "03.11.2026, 09:05"]);
    expect([fileSize(1_500_000), megabytes(50 * 2 ** 20)]).toEqual(["1,5\u00a0МБ", "50\u00a0МБ"]);
  });

  it("are written as in English", async () => {
    await chooseLanguage("en");
    expect([number(12345.678), percent(0.456), day(AT), moment(AT)]).toEqual(["12,345.68", "46%", "03/11/2026", "03/11/2026, 09:05"]);
  });
});
