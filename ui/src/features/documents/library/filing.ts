import { api, given } from "@/api/client";

import { readFolders } from "./folders";
import type { Folder } from "./tree";

/** Files that go into one folder; null: into none. */
type Bundle = { folderId: number | null; files: File[] };

/** The folders that a dropped file lay in, the outermost first: none of `./a.pdf`, `["2026"]` of `/2026/a.pdf`. */
export function foldersOfPath(path: string | undefined): string[] {
  return (path ?? "").split("/").slice(0, -1).filter((part) => part !== "" && part !== ".");
}

/** Files as their folders hold them: each bundle with the path of its folder. */
export function bundledByPath(files: (File & { path?: string })[]): { path: string[]; files: File[] }[] {
  const bundles = new Map<string, { path: string[]; files: File[] }>();
  for (const file of files) {
    const path = foldersOfPath(file.path);
    const bundle = bundles.get(path.join("/")) ?? { path, files: [] };
    bundle.files.push(file);
    bundles.set(path.join("/"), bundle);
  }
  return [...bundles.values()];
}

/** Where dropped files are to lie: folders that came with them are made inside `folderId`, unless they are there. */
export async function filed(files: File[], folderId: number | null): Promise<Bundle[]> {
  const wanted = bundledByPath(files);
  const known = wanted.some(({ path }) => path.length > 0) ? await readFolders() : [];
  const bundles: Bundle[] = [];
  for (const { path, files: inside } of wanted) {
    bundles.push({ folderId: await folderAt(known, path, folderId), files: inside });
  }
  return bundles;
}

async function folderAt(known: Folder[], path: string[], outerId: number | null): Promise<number | null> {
  let parentId = outerId;
  for (const name of path) {
    const there = known.find((folder) => folder.parent_id === parentId && folder.name === name);
    const folder = there ?? (await given(api.POST("/api/v1/folders", { body: { name, parent_id: parentId } })));
    if (!there) known.push(folder);
    parentId = folder.id;
  }
  return parentId;
}
