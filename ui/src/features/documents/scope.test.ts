import { expect, test } from "vitest";

import type { Folder } from "./library/tree";
import { everything, isEverything, isFolderInside, scopeOf, withDocumentToggled, withFolderToggled } from "./scope";

function folder(id: number, parentId: number | null): Folder {
  return { id, name: `Folder ${id}`, parent_id: parentId, document_count: 0, folder_count: 0, created_at: "" };
}

const folders = [folder(1, null), folder(2, 1), folder(3, 2), folder(4, null)];

test("a document is chosen by one press and let go by the next", () => {
  const chosen = withDocumentToggled(everything, 9);
  expect(chosen.document_ids).toEqual([9]);
  expect(isEverything(withDocumentToggled(chosen, 9))).toBe(true);
});

test("a folder stands for those in it", () => {
  const chosen = withFolderToggled({ document_ids: [], folder_ids: [3, 4] }, folders, 1);
  expect(chosen.folder_ids).toEqual([4, 1]);
  expect(isFolderInside(chosen, folders, 3)).toBe(true);
  expect(isFolderInside(chosen, folders, null)).toBe(false);
});

test("a scope that cannot be read is everything", () => {
  expect(scopeOf("{")).toEqual(everything);
  expect(scopeOf('{"folder_ids":[2]}')).toEqual({ document_ids: [], folder_ids: [2] });
});
