import { expect, test } from "vitest";

import { serve } from "@/pieces/testingServer";

import { bundledByPath, filed, foldersOfPath } from "./filing";

function file(path: string): File & { path: string } {
  return Object.assign(new File(["x"], path.split("/").at(-1) ?? ""), { path });
}

test("a file tells the folders it was dropped in", () => {
  expect(["./a.pdf", "/2026/a.pdf", "2026/may/a.pdf", undefined].map(foldersOfPath)).toEqual([[], ["2026"], ["2026", "may"], []]);
});

test("files of one folder go together", () => {
  expect(bundledByPath([file("/2026/a.pdf"), file("./b.pdf"), file("/2026/c.pdf")]).map((one) => one.files.length)).toEqual([2, 1]);
});

test("folders that come with files are made once, and not where they are already", async () => {
  const there = { id: 4, name: "2026", parent_id: null, document_count: 0, folder_count: 0, created_at: "" };
  const asked = serve({
    "GET /api/v1/folders": () => ({ entries: [there], next_after: null }),
    "POST /api/v1/folders": ({ body }) => ({ ...there, ...(body as object), id: 9 }),
  });
  const bundles = await filed([file("/2026/may/a.pdf"), file("/2026/may/b.pdf"), file("/2026/c.pdf")], null);
  expect(bundles.map(({ folderId, files }) => [folderId, files.length])).toEqual([
    [9, 2],
    [4, 1],
  ]);
  expect(asked.filter((one) => one.method === "POST").map((one) => one.body)).toEqual([{ name: "may", parent_id: 4 }]);
});
