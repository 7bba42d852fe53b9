import { RunServer } from "./server.testing"; // first: the client keeps the fetch it finds

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { signIn } from "@/api/session";
import { chooseLanguage, startLanguage } from "@/language/language";

const VIEW_PIXELS = 600;

vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  new RunServer(0).listen();
  await startLanguage();
  await chooseLanguage("en");
  await import("../NomenclaturePage"); // long the first time
}, 60_000);

beforeEach(() => {
  sessionStorage.clear();
  standIn();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** What jsdom lacks: sizes, and the browser's tellings of them. */
function standIn(): void {
  vi.stubGlobal("ResizeObserver", class {
    observe(): void { return; }
    unobserve(): void { return; }
    disconnect(): void { return; }
  });
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("min-width"),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(VIEW_PIXELS);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(VIEW_PIXELS);
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });
  window.scrollTo = () => undefined;
}

/** Opens a run of so many rows, the first of them open. */
async function open(rowCount: number): Promise<RunServer> {
  const server = new RunServer(rowCount);
  await openAt("/nomenclature?run=5&row=1", server);
  await screen.findByRole("region", { name: "Row 1" }, { timeout: 10_000 });
  return server;
}

async function openAt(path: string, server: RunServer): Promise<void> {
  server.listen();
  await signIn("a@b.c", "secret");
  const { NomenclaturePage } = await import("../NomenclaturePage");
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: "/nomenclature", component: NomenclaturePage });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  address = () => router.state.location.search;
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** The search parameters where one is now. */
let address: () => unknown = () => null;

function press(key: string, code = key): void {
  fireEvent.keyDown(document.body, { key, code });
}

/** The numbers of the first rows of the table. */
function numbersShown(): (string | null | undefined)[] {
  const rows = within(screen.getByRole("grid")).getAllByRole("row").slice(1, 4);
  return rows.map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);
}

describe("Review", () => {
  it("draws only the rows in view, however many there are", async () => {
    await open(50_000);
    const rows = within(screen.getByRole("grid")).getAllByRole("row");
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(60);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("50001");
  });

  it("tells in words what differs between the name and an item", async () => {
    await open(3);
    const panel = screen.getByRole("region", { name: "Row 1" });
    expect(within(panel).getAllByText(/^differs:/)).toHaveLength(2);
    expect(within(panel).getAllByText("57 ≠ 76")).toHaveLength(2);
  });

  it("accepts the best item by Enter and goes to the next row", async () => {
    const server = await open(3);
    press("Enter");
    await screen.findByRole("region", { name: "Row 2" });
    await waitFor(() => expect(server.decided).toEqual([{ number: 1, decision: "accepted", item_id: null }]));
  });

  it("shows the next row from its beginning, wherever the one before was left", async () => {
    await open(3);
    const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
    press("Enter");
    const next = await screen.findByRole("region", { name: "Row 2" });
    await waitFor(() => expect(scrolled.mock.contexts).toContain(next.firstElementChild));
  });

  it("brings what the catalogue's search finds into sight", async () => {
    await open(3);
    const search = screen.getByRole("search");
    const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
    fireEvent.change(within(search).getByRole("textbox"), { target: { value: "pipe" } });
    await within(search).findByRole("status");
    await waitFor(() => expect(scrolled.mock.contexts).toContain(search));
  });

  it("chooses a candidate by its number, and says that there is none by X", async () => {
    const server = await open(3);
    press("2", "Digit2");
    await screen.findByRole("region", { name: "Row 2" });
    press("ч", "KeyX");
    await waitFor(() =>
      expect(server.decided).toEqual([
        { number: 1, decision: "accepted", item_id: 11 },
        { number: 2, decision: "no_such_item", item_id: null },
      ]),
    );
  });

  it("takes the last decision back by Z and returns to its row", async () => {
    const server = await open(3);
    press("Enter");
    await screen.findByRole("region", { name: "Row 2" });
    await waitFor(() => expect(server.decided).toHaveLength(1));
    press("z", "KeyZ");
    await screen.findByRole("region", { name: "Row 1" });
    await waitFor(() => expect(server.decided[1]).toEqual({ number: 1, decision: "as_matched", item_id: null }));
  });

  it("turns the order round by a press on a heading", async () => {
    await open(300);
    fireEvent.click(screen.getByRole("button", { name: "No." }));
    await waitFor(() => expect(numbersShown()).toEqual(["300", "299", "298"]));
  });

  it("keeps a decision while the server is away and sends it later", async () => {
    const server = await open(3);
    server.isAway = true;
    press("Enter");
    await screen.findByText(/1 decision is kept here/);
    expect(sessionStorage.getItem("spravka.nomenclature.decisions.3.1")).toBe('[[5,"accepted",null,[1]]]');
    server.isAway = false;
    fireEvent(window, new Event("online"));
    await screen.findByText("All decisions are saved");
    expect(server.decided).toHaveLength(1);
  });

  it("shows what another reviewer has decided meanwhile", async () => {
    const server = await open(3);
    const second = within(screen.getByRole("grid")).getAllByRole("row")[2];
    server.changed.set(2, { decision: "no_such_item", item_id: null, decided_by_person: true, decided_by_id: 8 });
    await waitFor(() => expect(second?.textContent).toContain("No such item"), { timeout: 10_000 });
  });

  it("keeps the open row in the address, so that a reload comes back to it", async () => {
    await open(3);
    press("ArrowDown");
    await waitFor(() => expect(address()).toEqual({ run: 5, row: 2 }));
    press("Escape");
    await waitFor(() => expect(address()).toEqual({ run: 5 }));
  });

  it("leaves a decided row in its place while one goes through those to review", async () => {
    const server = await open(400);
    server.changed.set(2, { decision: "accepted" });
    fireEvent.click(screen.getByRole("radio", { name: /^To review/ }));
    await waitFor(() => expect(numbersShown()).toEqual(["1", "3", "4"]));
    press("Enter");
    await screen.findByRole("region", { name: "Row 3" });
    await waitFor(() => expect(server.decided).toHaveLength(1));
    expect(numbersShown()).toEqual(["1", "3", "4"]);
    expect(within(screen.getByRole("grid")).getAllByRole("row")[1]?.textContent).toContain("Accepted");
  });

  it("decides the selected rows together", async () => {
    const server = await open(3);
    for (const number of [1, 3]) fireEvent.click(await screen.findByRole("checkbox", { name: `Select row ${number}` }));
    const bar = screen.getByRole("group", { name: "Decide several rows at once" });
    fireEvent.click(within(bar).getByRole("button", { name: "No such item" }));
    await waitFor(() => expect(server.decided.map((one) => one.number)).toEqual([1, 3]));
  });

  it("puts rows that were decided together back as each of them was", async () => {
    const server = await open(3);
    server.changed.set(3, { decision: "accepted", item_id: 77, decided_by_person: true });
    for (const number of [1, 3]) fireEvent.click(await screen.findByRole("checkbox", { name: `Select row ${number}` }));
    const bar = screen.getByRole("group", { name: "Decide several rows at once" });
    fireEvent.click(within(bar).getByRole("button", { name: "No such item" }));
    await waitFor(() => expect(server.decided).toHaveLength(2));
    press("z", "KeyZ");
    await waitFor(() => expect(server.decided).toHaveLength(4));
    expect(server.decided.slice(2)).toEqual([
      { number: 1, decision: "as_matched", item_id: null },
      { number: 3, decision: "accepted", item_id: 77 },
    ]);
  });
});

describe("A new run", () => {
  it("begins from pasted names, with the catalogue chosen by itself", async () => {
    const server = new RunServer(2);
    await openAt("/nomenclature?new=1", server);
    fireEvent.click(await screen.findByRole("radio", { name: "Paste names" }));
    fireEvent.change(screen.getByRole("textbox", { name: "Names, one a line" }), { target: { value: "Pipe 57\n\nCable" } });
    fireEvent.click(await screen.findByRole("button", { name: "Match 2 rows" }));
    await screen.findByRole("grid");
    expect(server.started).toMatchObject([{ catalogue_id: 1, rows: ["Pipe 57", "Cable"] }]);
    expect(sessionStorage.getItem("spravka.draft.nomenclature.run")).not.toContain("Pipe");
  });
});
