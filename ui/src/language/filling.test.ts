import { beforeEach, describe, expect, it } from "vitest";

import { filled } from "./filling";
import { chooseLanguage, startLanguage } from "./language";

beforeEach(async () => {
  await startLanguage();
  await chooseLanguage("ru");
});

describe("the facts of a problem in its text", () => {
  it.each([
    ["не больше {{limit}} страниц", { limit: 1200 }, "не больше 1\u00a0200 страниц"],
    ["не больше {{limit_bytes}}", { limit_bytes: 50 * 2 ** 20 }, "не больше 50\u00a0МБ"],
    ["{{host}}:{{port}}", { host: "db.firm.local", port: 5432 }, "db.firm.local:5432"],
    ["роль «{{required_role}}»", { required_role: "expert" }, "роль «эксперт»"],
    ["есть: {{columns}}", { columns: ["Имя", "Цена"] }, "есть: Имя, Цена"],
    ["база ответила: {{message}}", { message: "no {{such}} $& table" }, "база ответила: no {{such}} $& table"],
    ["лист {{sheet_name}}", {}, "лист —"],
  ])("%s", (text, facts, told) => {
    expect(filled(text, facts)).toBe(told);
  });
});
