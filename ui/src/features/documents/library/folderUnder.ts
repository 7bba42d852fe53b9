/** The folder whose row, or a row inside which, is under the pointer; null elsewhere. */
export function folderUnder(target: EventTarget | null | undefined): number | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>("[data-folder-id]");
  return row?.dataset.folderId ? Number(row.dataset.folderId) : null;
}
