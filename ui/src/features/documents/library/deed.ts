import type { Document } from "./documents";
import type { Folder } from "./tree";

/** Something that is to be done to a document or a folder and needs a word more from the user. */
export type Deed =
  | { kind: "name-document" | "move-document" | "delete-document"; document: Document }
  | { kind: "make-folder"; parentId: number | null }
  | { kind: "name-folder" | "move-folder" | "delete-folder"; folder: Folder };
