import { expect, test } from "vitest";

import { countInside, type Folder, foldersIn, liesIn, pathOf, placesFor } from "./tree";

function folder(id: number, name: string, parentId: number | null): Folder {
  return { id, name, parent_id: parentId, document_count: 0, folder_count: 0, created_at: "" };
}

const folders = [
  folder(1, "Договоры", null),
  folder(2, "2026", 1),
  folder(3, "Part 10", 2),
  folder(4, "Part 9", 2),
  folder(5, "Архив", null),
];

test("the folders of a folder stand by name, numbers by their size", () => {
  expect(foldersIn(folders, 2).map((one) => one.name)).toEqual(["Part 9", "Part 10"]);
  expect(foldersIn(folders, null).map((one) => one.name)).toEqual(["Архив", "Договоры"]);
});

test("a folder lies in itself and in all above it", () => {
  expect([1, 2, 3, 5].map((outer) => liesIn(folders, 3, outer))).toEqual([true, true, true, false]);
});

test("the path of a folder names all above it", () => {
  expect(pathOf(folders, 3)).toBe("Договоры / 2026 / Part 10");
});

test("a folder is never offered a place in itself", () => {
  expect(placesFor(folders, 2).map((one) => one.id)).toEqual([5, 1]);
  expect(placesFor(folders, null)).toHaveLength(5);
});

test("folders that are each in the other do not hang the page", () => {
  const round = [folder(1, "a", 2), folder(2, "b", 1)];
  expect(liesIn(round, 1, 7)).toBe(false);
});

test("a folder tells how much would go with it, at any depth", () => {
  const full = folders.map((one) => ({ ...one, document_count: one.id }));
  expect(countInside(full, 1)).toEqual({ documents: 10, folders: 3 });
  expect(countInside(full, 5)).toEqual({ documents: 5, folders: 0 });
});
