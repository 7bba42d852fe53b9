import type { Schemas } from "@/api/client";

export type Folder = Schemas["FolderOut"];

/** The folders that lie in one (null: at the top), by name. */
export function foldersIn(folders: Folder[], parentId: number | null): Folder[] {
  return folders
    .filter((folder) => folder.parent_id === parentId)
    .sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
}

/** A folder and all that it lies in, from the inside out; ends at a folder that is not known. */
function waysUp(folders: Folder[], folderId: number | null): Folder[] {
  const way: Folder[] = [];
  let next = folderId;
  while (next !== null) {
    const folder = folders.find((one) => one.id === next);
    if (!folder || way.includes(folder)) break;
    way.push(folder);
    next = folder.parent_id;
  }
  return way;
}

/** Whether a folder is another one, or lies in it at any depth. */
export function liesIn(folders: Folder[], folderId: number | null, outerId: number): boolean {
  return waysUp(folders, folderId).some((folder) => folder.id === outerId);
}

/** `Contracts / 2026`: a folder with those it lies in. */
export function pathOf(folders: Folder[], folderId: number): string {
  return waysUp(folders, folderId)
    .map((folder) => folder.name)
    .reverse()
    .join(" / ");
}

/** Where a folder may be moved to: everywhere but into itself. */
export function placesFor(folders: Folder[], movedId: number | null): Folder[] {
  const allowed = movedId === null ? folders : folders.filter((folder) => !liesIn(folders, folder.id, movedId));
  return [...allowed].sort((one, other) => pathOf(folders, one.id).localeCompare(pathOf(folders, other.id)));
}

/** How many documents and folders lie in a folder, at any depth. */
export function countInside(folders: Folder[], folderId: number): { documents: number; folders: number } {
  const all = folders.filter((folder) => liesIn(folders, folder.id, folderId));
  return { documents: all.reduce((sum, folder) => sum + folder.document_count, 0), folders: Math.max(all.length - 1, 0) };
}
