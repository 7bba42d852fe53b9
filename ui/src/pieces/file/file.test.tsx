import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { show } from "../testing";
import { columnName } from "./columns";
import { FirstRows } from "./FirstRows";
import { HowRead } from "./HowRead";

afterEach(cleanup);

describe("columnName", () => {
  it("names a column by its header, or by its number where that is no plain line", () => {
    expect(columnName(["Артикул", "Наименование\nтовара"], 0)).toBe("Артикул");
    expect(columnName(["Артикул", "Наименование\nтовара"], 1)).toBe("2");
  });
});

describe("the first rows of a file", () => {
  const rows = [["A1", null], ["A2", "Кабель"]];

  it("call a column without a heading by its letters, in the language of the page", async () => {
    await show(<FirstRows header={["Код", "Column B"]} rows={rows} isChosen={() => false} columnWidth={100} />, "ru");
    screen.getByRole("columnheader", { name: "Столбец B" });
  });

  it("mark what is chosen, and choose the column that is pressed", async () => {
    const onColumn = vi.fn();
    await show(<FirstRows header={["Код", "Имя"]} rows={rows} isChosen={(place) => place === 0} onColumn={onColumn} columnWidth={100} />, "ru");
    expect(screen.getByText("A2").hasAttribute("data-chosen")).toBe(true);
    fireEvent.click(screen.getByText("Кабель"));
    expect(onColumn).toHaveBeenCalledWith(1);
  });
});

describe("how a file was read", () => {
  it("is told as far as the page has words for it", async () => {
    await show(<HowRead notes={[{ code: "encoding", value: "cp1251" }, { code: "of_tomorrow", value: "" }]} />, "en");
    screen.getByText("The encoding of the text is cp1251.");
    expect(screen.getAllByRole("listitem", { hidden: true })).toHaveLength(1);
  });
});
