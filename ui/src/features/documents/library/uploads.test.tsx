import { serve } from "@/pieces/testingServer";

import { act, cleanup, configure, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { show } from "@/pieces/testing";

import "../words";
import { UploadList } from "./UploadList";
import { clearUploads, keepUploadsOf, uploadFiles } from "./uploads";

type Reply = { status: number; body: unknown };

let sent: { url: string; form: FormData }[] = [];
let replies: Reply[] = [];

/** Answers as a server would; a request without a reply hangs. */
class Requests {
  upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = { onprogress: null };
  onloadend: (() => void) | null = null;
  status = 0;
  statusText = "";
  responseText = "";
  private url = "";

  open(_method: string, url: string) {
    this.url = url;
  }
  setRequestHeader() {}
  abort() {
    this.onloadend?.();
  }
  send(form: FormData) {
    sent.push({ url: this.url, form });
    this.upload.onprogress?.({ loaded: 1, total: 4 });
    const reply = replies.shift();
    if (!reply) return;
    this.status = reply.status;
    this.responseText = JSON.stringify(reply.body);
    setTimeout(() => this.onloadend?.());
  }
}

const kept = (isNew: boolean): Reply => ({
  status: 201,
  body: [{ name: "a.pdf", is_new: isNew, problem: null, document: { id: 3, name: "contract.pdf" } }],
});

function file(name: string, size = 4): File {
  return new File(["t".repeat(size)], name);
}

function serveTenant(tenantId: number): void {
  serve({
    "GET /api/v1/users/me": () => ({ current_tenant_id: tenantId }),
    "GET /api/v1/document-abilities": () => ({ has_llm: false, recognises_images: true, file_limit_bytes: 2 ** 20 }),
  });
}

async function drop(files: File[], folderId: number | null = null, language: "ru" | "en" = "en") {
  await show(<UploadList />, language);
  act(() => uploadFiles(files, folderId, 4));
}

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });

beforeEach(() => {
  sent = [];
  replies = [];
  Object.assign(globalThis, { XMLHttpRequest: Requests });
  serveTenant(4);
});

afterEach(() => {
  cleanup();
  keepUploadsOf(0);
  clearUploads();
});

test("each file is sent by itself into its folder, and told when it is kept", async () => {
  replies = [kept(true), kept(true)];
  await drop([file("a.pdf"), file("b.pdf")], 11);
  await waitFor(() => expect(screen.getByText("2 taken")).toBeTruthy());
  expect(sent.map((one) => [one.url, (one.form.get("files") as File).name])).toEqual([
    ["/api/v1/documents?folder_id=11", "a.pdf"],
    ["/api/v1/documents?folder_id=11", "b.pdf"],
  ]);
});

test("two are on their way at a time, the others wait", async () => {
  await drop([file("a.pdf"), file("b.pdf"), file("c.pdf")]);
  await waitFor(() => expect(screen.getAllByText(/25\s?%/)).toHaveLength(2));
  expect(screen.getByText("Waits for its turn")).toBeTruthy();
});

test("content that is here already leads to its document", async () => {
  replies = [kept(false)];
  await drop([file("a.pdf")]);
  expect(await screen.findByRole("button", { name: "It is here already: contract.pdf" })).toBeTruthy();
});

test("a file that is not taken says why and what to do", async () => {
  replies = [{ status: 422, body: { type: "/static/docs/problems#document-protected", title: "…", status: 422 } }];
  await drop([file("a.pdf")]);
  expect(await screen.findByText(/Protected by a password\. Save a copy without the password/)).toBeTruthy();
});

test.each([
  ["ru", /Файл слишком велик\. Принимается не больше 1\sМБ/],
  ["en", /The file is too large\. .*1\sMB/],
] as const)("a file that is too large is refused before it is sent (%s)", async (language, told) => {
  replies = [kept(true)];
  await drop([file("scan.pdf", 2 ** 20 + 1), file("a.pdf")], null, language);
  expect(await screen.findByText(told)).toBeTruthy();
  await waitFor(() => expect(sent.map((one) => (one.form.get("files") as File).name)).toEqual(["a.pdf"]));
});

test("a file is never sent into a department opened after it was dropped", async () => {
  serveTenant(5);
  await drop([file("a.pdf")]);
  expect(await screen.findByText(/Another department was opened meanwhile/)).toBeTruthy();
  expect(sent).toEqual([]);
});

test("what is taken from the list is stopped, and the next has its turn", async () => {
  await drop([file("a.pdf"), file("b.pdf"), file("c.pdf")]);
  await waitFor(() => expect(sent).toHaveLength(2));
  await userEvent.click(screen.getByRole("button", { name: "Stop sending a.pdf" }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(screen.queryByText("a.pdf")).toBeNull();
});

test("a change of department takes from the list what was meant for another", async () => {
  await drop([file("a.pdf")]);
  act(() => keepUploadsOf(5));
  expect(screen.queryByText("a.pdf")).toBeNull();
});
