import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import type { Schemas } from "@/api/client";
import { signIn } from "@/api/session";
import { chooseLanguage, startLanguage } from "@/language/language";

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const when = "2026-01-02T03:04:05Z";
const catalogue = { id: 1, slug: "materials", name: "Materials", accept_from: 0.9, no_item_below: 0.1, indexed_at: when, created_at: when, item_count: 9, confirmed_count: 7, running_job_id: null };
const me = { id: 3, email: "a@b.c", current_tenant_id: 1, tenants: [{ tenant_id: 1, slug: "t", name: "T", role: "admin" }] };
const version = { catalogue_id: 1, macro_f1: 0.8, held_out_count: 100, item_count: 900, confirmed_count: 5, group_count: 9, training_seconds: 2, promoted_at: null, created_at: when };
const groups: Schemas["GroupOut"][] = [
  { id: 1, code: "01", name: "Pipes", parent_code: null, item_count: 0 },
  { id: 2, code: "01.1", name: "Steel", parent_code: "01", item_count: 9 },
];
const done = { created_count: 8, changed_count: 0, unchanged_count: 0, removed_count: 0, rejected_count: 1, finished_at: when, created_at: when };
const upload = { id: 4, catalogue_id: 1, job_id: null, file_name: "items.csv", sheet_name: null, job_status: "finished", removes_absent: false, ...done };

/** What was asked of the server besides reading: method and path. */
const asked: string[] = [];

function answerTo(path: string, query: URLSearchParams, method: string): unknown {
  if (method !== "GET") asked.push(`${method} ${path}`);
  switch (path) {
    case "auth/token":
      return { access_token: "t", token_type: "bearer", expires_in: 3600 };
    case "users/me":
      return me;
    case "catalogues":
      return page([catalogue]);
    case "catalogues/1":
      return catalogue;
    case "catalogues/1/groups":
      return page(groups);
    case "catalogues/1/items":
      return page([{ id: 1, code: "A1", name: `Pipe of ${query.get("group_code") ?? "any"}`, group_code: "01.1", unit: "m" }]);
    case "catalogues/1/imports": {
      const told = { header: ["Code", "Name", "Group"], first_rows: [["A1", "Pipe 57", "01"]], row_count: 9, notes: [], sheet_names: [] };
      const columns = { code: 0, name: 1, group_code: 2 };
      return method === "POST" ? { ...upload, columns, ...told } : page([{ ...upload, job_id: 9, columns }]);
    }
    case "imports/4/confirmation":
      return { ...upload, job_id: 9, columns: {} };
    case "imports/4/rejections":
      return page([{ row_number: 7, reason: "no_code", detail: "", cells: [null, "Pipe"] }]);
    case "jobs/9":
      return { id: 9, status: "finished", stage: null, ready_count: 1, total_count: 1, problem: null };
    case "classifier-versions":
      return page([
        { ...version, id: 2, version: 2, status: "active", accuracy: 0.9 },
        { ...version, id: 1, version: 1, status: "retired", accuracy: 0.8 },
      ]);
    default:
      return { ...version, id: 1, version: 1, status: "active", accuracy: 0.8 };
  }
}

function page<T>(entries: T[]) {
  return { entries, next_after: null };
}

/** A form on its way, answered at once. */
class Posting {
  upload = { onprogress: null };
  onloadend: (() => void) | null = null;
  status = 200;
  statusText = "";
  responseText = "";
  private path = "";

  open(_method: string, path: string): void {
    this.path = path;
  }
  setRequestHeader(): void { return; }
  abort(): void { return; }
  send(): void {
    this.responseText = JSON.stringify(answerTo(this.path.replace("/api/v1/", ""), new URLSearchParams(), "POST"));
    setTimeout(() => this.onloadend?.());
  }
}

beforeAll(async () => {
  const Whole = globalThis.Request;
  vi.stubGlobal(
    "Request",
    class extends Whole {
      constructor(address: string | URL | Request, init?: RequestInit) {
        super(typeof address === "string" ? new URL(address, "http://localhost") : address, init);
      }
    },
  );
  vi.stubGlobal("fetch", async (to: Request | string, init?: RequestInit) => {
    const request = new Request(to, init);
    const url = new URL(request.url);
    const told = answerTo(url.pathname.replace("/api/v1/", ""), url.searchParams, request.method);
    return new Response(JSON.stringify(told), { headers: { "Content-Type": "application/json" } });
  });
  vi.stubGlobal("XMLHttpRequest", Posting);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("ResizeObserver", class {
    observe(): void { return; }
    unobserve(): void { return; }
    disconnect(): void { return; }
  });
  window.scrollTo = () => undefined;
  // Of lines of which only those in sight are drawn, none is where nothing has a height.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  await startLanguage();
  await chooseLanguage("en");
  await import("./CataloguesPage"); // long the first time
}, 60_000);

beforeEach(() => {
  asked.length = 0;
  sessionStorage.clear();
});
afterEach(cleanup);

async function open(address: string): Promise<void> {
  await signIn("a@b.c", "secret");
  const { CataloguesPage } = await import("./CataloguesPage");
  const root = createRootRoute();
  const catalogues = createRoute({ getParentRoute: () => root, path: "/catalogues", component: CataloguesPage });
  const routeTree = root.addChildren([catalogues]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [address] }) });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe("CataloguesPage", () => {
  it("lists the catalogues and opens one", async () => {
    await open("/catalogues");
    fireEvent.click(await screen.findByRole("link", { name: "Materials" }));
    await screen.findByText("9 items");
  });

  it("shows the items of the group that is clicked", async () => {
    await open("/catalogues?catalogue=1");
    await screen.findByText("Pipe of any");
    const tree = await screen.findByRole("tree", { name: "Groups" });
    fireEvent.click(await within(tree).findByRole("treeitem", { name: "Pipes, 9 items" }));
    await screen.findByText("Pipe of 01");
    fireEvent.click(await within(tree).findByRole("treeitem", { name: "Steel, 9 items" }));
    await screen.findByText("Pipe of 01.1");
  });

  it("brings a file in only after its columns were looked at", async () => {
    await open("/catalogues?catalogue=1&tab=imports");
    const file = new File(["Code;Name;Group"], "items.csv", { type: "text/csv" });
    const field = await screen.findByLabelText(/Drop a file of items/, { selector: "input" });
    fireEvent.change(field, { target: { files: [file] } });
    const start = await screen.findByRole("button", { name: "Import 9 rows" });
    expect(asked).not.toContain("POST imports/4/confirmation");
    fireEvent.click(start);
    await waitFor(() => expect(asked).toContain("POST imports/4/confirmation"));
  });

  it("shows refused rows with their reasons", async () => {
    await open("/catalogues?catalogue=1&tab=imports");
    fireEvent.click(await screen.findByRole("button", { name: /Show 1 refused row/ }));
    await screen.findByText("no code");
  });

  it("rolls back to an earlier version after asking once", async () => {
    await open("/catalogues?catalogue=1&tab=versions");
    await screen.findByRole("img", { name: "Accuracy of the versions over time, from 80% to 90%" });
    fireEvent.click(await screen.findByRole("button", { name: "Roll back to it" }));
    expect(asked.filter((one) => one.includes("promotion"))).toEqual([]);
    fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Roll back to it" }));
    await waitFor(() => expect(asked).toContain("POST classifier-versions/1/promotion"));
  });
});
