import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";

import { Refused } from "@/api/problems";

import { type Column, KeysetTable } from "./KeysetTable";
import { show } from "./testing";
import { type KeysetPage, type PageQuery, useKeysetPages } from "./useKeysetPages";

afterEach(cleanup);

type Row = { id: number; name: string };
type Ask = (query: PageQuery) => Promise<KeysetPage<Row>>;
const columns: Column<Row>[] = [{ key: "name", title: "Имя", cell: (row) => row.name }];

function List({ ask }: { ask: Ask }) {
  const pages = useKeysetPages(["rows"], ask, { limit: 2 });
  return <KeysetTable label="Ключи" pages={pages} columns={columns} keyOf={(row) => row.id} empty={<p>Сделайте первый</p>} />;
}

describe("a list that comes in pages", () => {
  it("asks for the next page after the last row seen, and shows both", async () => {
    const ask = vi.fn<Ask>(({ after }) =>
      Promise.resolve(
        after === undefined
          ? { entries: [{ id: 1, name: "Анна" }, { id: 2, name: "Борис" }], next_after: 2 }
          : { entries: [{ id: 3, name: "Вера" }], next_after: null },
      ),
    );
    await show(<List ask={ask} />);
    await userEvent.click(await screen.findByRole("button", { name: "Показать ещё" }));
    expect(await screen.findByText("Вера")).toBeTruthy();
    expect(screen.getByText("Анна")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Показать ещё" })).toBeNull();
    expect(ask.mock.calls.map(([query]) => query)).toEqual([{ limit: 2 }, { limit: 2, after: 2 }]);
  });

  it("says what to do first while it is empty", async () => {
    await show(<List ask={() => Promise.resolve({ entries: [], next_after: null })} />);
    expect(await screen.findByText("Сделайте первый")).toBeTruthy();
  });

  it("tells why it cannot be shown, and asks again on demand", async () => {
    const refusal = new Refused({ type: "/problems/x", title: "Not now", status: 503 });
    const ask = vi.fn<Ask>().mockRejectedValueOnce(refusal).mockResolvedValue({ entries: [{ id: 1, name: "Анна" }], next_after: null });
    await show(<List ask={ask} />);
    expect(await screen.findByText("Not now")).toBeTruthy();
    await userEvent.click(screen.getByRole("button"));
    expect(await screen.findByText("Анна")).toBeTruthy();
  });
});
