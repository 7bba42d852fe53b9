import { serve, type Asked } from "@/pieces/testingServer";

import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { show } from "@/pieces/testing";

import { DocumentsPage } from "./DocumentsPage";


const me = {
  id: 1,
  email: "a@example.com",
  full_name: null,
  is_active: true,
  is_platform_admin: false,
  created_at: "2026-11-22T09:00:00Z",
  current_tenant_id: 4,
  tenants: [{ tenant_id: 4, slug: "legal", name: "Legal", role: "member" }],
};

const contract = {
  id: 3,
  name: "contract.docx",
  folder_id: null,
  content_type: "application/msword",
  size_bytes: 12_000,
  status: "ready",
  status_reason: null,
  page_count: 2,
  ready_page_count: 2,
  unrecognised_page_count: 0,
  passage_count: 5,
  has_page_images: false,
  is_found_by_meaning: true,
  uploaded_by_id: 1,
  job_id: 9,
  created_at: "2026-11-22T09:00:00Z",
};

const damaged = {
  ...contract,
  id: 6,
  name: "scan.pdf",
  status: "failed",
  ready_page_count: 0,
  status_reason: { type: "document-damaged", title: "The document is damaged", detail: "…" },
};

const quotation = {
  number: 1,
  is_answer: true,
  document_id: 3,
  document_name: "contract.docx",
  page: 2,
  text: "within ten days",
  headings: [],
  pages: [{ number: 2, label: "", width: 0, height: 0 }],
  boxes: [],
  words: [{ page: 2, first: 3, end: 6 }],
};

const answer = {
  id: 70,
  question: "When is it paid?",
  language: "en",
  scope: { document_ids: [3], folder_ids: [] },
  state: "answered",
  text: "“within ten days”",
  sentences: null,
  quotations: [quotation],
  stages: [],
  warnings: [],
  readiness: null,
  details: {},
  problem: null,
  finished_at: "2026-11-22T09:00:00Z",
};

const message = {
  id: 7,
  chat_id: 5,
  connected_message_id: null,
  answer_id: null,
  document_answer_id: 70,
  query: "When is it paid?",
  answer: "“within ten days”",
  sql: null,
  table: null,
  source: null,
  mark: null,
  created_at: "2026-11-22T09:00:00Z",
};

const page = {
  number: 2,
  label: "",
  layer: "original",
  width: 0,
  height: 0,
  words: ["The", "buyer", "pays", "within", "ten", "days."],
  boxes: null,
  blocks: [{ kind: "paragraph", first: 0, end: 6, level: 0, cells: [], goes_on: false }],
};

const list = (...entries: unknown[]) => ({ entries, next_after: null });
const folders = [
  { id: 11, name: "Contracts", parent_id: null, document_count: 0, folder_count: 0, created_at: "2026-11-22T09:00:00Z" },
];

function answers(documents: unknown[]) {
  return {
    "GET /api/v1/users/me": () => me,
    "GET /api/v1/documents": ({ query }: Asked) => list(...(query.folder_id ? [] : documents)),
    "GET /api/v1/documents/3": () => contract,
    "GET /api/v1/documents/3/pages/2": () => page,
    "GET /api/v1/folders": () => list(...folders),
    "GET /api/v1/chats": () => list({ id: 5, mode: "documents", title: "Payment", is_favourite: false, created_at: me.created_at }),
    "GET /api/v1/chats/5/messages": () => list(message),
    "GET /api/v1/document-answers/70": () => answer,
    "GET /api/v1/document-abilities": () => ({ has_llm: true, recognises_images: true, file_limit_bytes: 200 * 2 ** 20 }),
  };
}

async function open(address: string) {
  window.matchMedia = ((query: string) => ({
    matches: query.includes("min-width"),
    media: query,
    addEventListener() {},
    removeEventListener() {},
  })) as unknown as typeof window.matchMedia;
  const root = createRootRoute();
  const route = createRoute({ getParentRoute: () => root, path: "/documents", component: DocumentsPage });
  const router = createRouter({ routeTree: root.addChildren([route]), history: createMemoryHistory({ initialEntries: [address] }) });
  await show(<RouterProvider router={router as never} />, "en");
  return router;
}

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);
beforeEach(() => {
  sessionStorage.clear();
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});

test("who has no documents is told to upload some", async () => {
  serve(answers([]));
  await open("/documents");
  expect(await screen.findByText("There are no documents yet")).toBeTruthy();
});

test("a document that could not be read says so in the list", async () => {
  serve(answers([contract, damaged]));
  await open("/documents");
  expect(await screen.findByText("The file is damaged")).toBeTruthy();
  expect(await screen.findByText("2 pages")).toBeTruthy();
});

test("a press on a quotation opens its page with the words marked, and its address leads there again", async () => {
  serve(answers([contract]));
  const router = await open("/documents?chat=5");
  await userEvent.click(await screen.findByText("within ten days"));
  const mark = await screen.findByText("within ten days.", { selector: "mark" });
  expect(mark).toBeTruthy();
  expect(router.state.location.search).toEqual({ chat: 5, document: 3, page: 2, words: "2.3-6", answer: 70, quotation: 1 });
});

test("an address of a quotation opens it without a press", async () => {
  serve(answers([contract]));
  await open("/documents?chat=5&document=3&page=2&answer=70&quotation=1");
  expect(await screen.findByText("within ten days.", { selector: "mark" })).toBeTruthy();
});

test("a link of a colleague shows the words, though his conversation is not to be seen", async () => {
  const gone = () => new Response(JSON.stringify({ type: "chat-not-found", title: "No such chat", status: 404 }), { status: 404 });
  serve({ ...answers([contract]), "GET /api/v1/chats/6/messages": gone, "GET /api/v1/document-answers/71": gone });
  const router = await open("/documents?chat=6&document=3&page=2&words=2.3-6&answer=71&quotation=1");
  expect(await screen.findByText("within ten days.", { selector: "mark" })).toBeTruthy();
  await waitFor(() => expect(router.state.location.search).toEqual({ document: 3, page: 2, words: "2.3-6" }));
});

test("where no language model answers nothing is said of one", async () => {
  serve({ ...answers([contract]), "GET /api/v1/document-abilities": () => ({ has_llm: false, recognises_images: true, file_limit_bytes: 200 * 2 ** 20 }) });
  await open("/documents");
  await screen.findByText("2 pages");
  expect(screen.queryByRole("switch", { name: "Quotations only" })).toBeNull();
});

test("a conversation goes on with the documents its last question was put to, until others are ticked", async () => {
  serve(answers([contract]));
  await open("/documents?chat=5");
  const asked = await screen.findByRole("group", { name: "Asked:" });
  await waitFor(() => expect(within(asked).getByText("contract.docx")).toBeTruthy());
  await userEvent.click(await screen.findByRole("checkbox", { name: "Ask the folder “Contracts”" }));
  expect(await within(asked).findByText("Contracts")).toBeTruthy();
});

test("a first question goes to the documents that were ticked for it", async () => {
  const told = serve({
    ...answers([contract]),
    "POST /api/v1/chats": () => ({ id: 5, mode: "documents", title: "", is_favourite: false, created_at: me.created_at }),
    "POST /api/v1/chats/5/messages": () => new Response('event: kept\ndata: {"message_id": 7}\n\n'),
  });
  const router = await open("/documents");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Ask “contract.docx”" }));
  await userEvent.click(await screen.findByRole("switch", { name: "Quotations only" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Your question" }), "When is it paid?{Enter}");
  await waitFor(() => expect(router.state.location.search).toEqual({ chat: 5 }));
  const scope = { document_ids: [3], folder_ids: [] };
  expect(told.find((one) => one.path.endsWith("/5/messages") && one.method === "POST")?.body).toEqual({
    query: "When is it paid?",
    scope,
    is_quoted_only: true,
  });
});

test("a folder is made where one says", async () => {
  const told = serve({ ...answers([contract]), "POST /api/v1/folders": () => folders[0] });
  await open("/documents");
  await userEvent.click(await screen.findByRole("button", { name: "What to do with “Contracts”" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "New folder inside" }));
  await userEvent.type(await screen.findByLabelText("Name"), "2026");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(told.find((one) => one.method === "POST")?.body).toEqual({ name: "2026", parent_id: 11 }));
});
