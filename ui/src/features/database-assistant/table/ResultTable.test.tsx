import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { show } from "@/pieces/testing";

import { hasRows, type Row } from "../answer";
import { answered } from "../answer/testing";
import "../words";
import { ResultTable } from "./ResultTable";

const COUNT = 2_000;
const rows: Row[] = Array.from({ length: COUNT }, (_, place) => [`Объект ${place}`, `${place}.50`]);
const large = { ...answered, rows, row_count: COUNT };

beforeAll(() => {
  // jsdom lays nothing out: a window of 400 pixels.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(400);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(600);
  Element.prototype.scrollTo = () => undefined;
});
afterAll(() => vi.restoreAllMocks());
afterEach(cleanup);

async function showTable(isTruncated = false) {
  const answer = { ...large, is_truncated: isTruncated };
  if (hasRows(answer)) await show(<ResultTable answer={answer} />);
  return screen.findByRole("grid");
}

describe("a table of many rows", () => {
  it("has only those in sight in the document, and tells how many there are", async () => {
    const grid = await showTable();
    const drawn = within(grid).getAllByRole("row").length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(60);
    expect(grid.getAttribute("aria-rowcount")).toBe(String(COUNT + 1));
    expect(screen.getByText(/2\s?000 строк$/u)).toBeTruthy();
  });

  it("has its largest value first after two presses on the heading", async () => {
    const grid = await showTable();
    await userEvent.click(screen.getByTitle("Сортировать: Сумма"));
    await userEvent.click(screen.getByTitle("Сортировать: Сумма"));
    expect(within(grid).getAllByRole("gridcell")[0]?.textContent).toBe("Объект 1999");
  });
});

describe("a table of which the database has more", () => {
  it("tells that only the rows shown are in order", async () => {
    await showTable(true);
    expect(screen.queryByText(/Упорядочены только показанные/)).toBeNull();
    await userEvent.click(screen.getByTitle("Сортировать: Сумма"));
    expect(screen.getByText(/Упорядочены только показанные/)).toBeTruthy();
  });
});

describe("the chosen cell", () => {
  it("is none at first, so that no column can be copied", async () => {
    await showTable();
    await userEvent.click(screen.getByRole("button", { name: "Копировать" }));
    expect((await screen.findByRole("menuitem", { name: "Столбец" })).hasAttribute("disabled")).toBe(true);
  });

  it("moves by the arrow keys and is copied by Ctrl+C", async () => {
    const grid = await showTable();
    const user = userEvent.setup();
    const copied = vi.spyOn(navigator.clipboard, "writeText");
    await user.click(within(grid).getByText("Объект 0"));
    grid.focus();
    await user.keyboard("{ArrowDown}{ArrowRight}");
    const active = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    expect(active?.textContent).toBe("1,50");
    await user.keyboard("{Control>}c{/Control}");
    await vi.waitFor(() => expect(copied).toHaveBeenCalledWith("1,50"));
  });
});
