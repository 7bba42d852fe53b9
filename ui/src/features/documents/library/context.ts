import { createContext, useContext } from "react";

import type { Choosing } from "../scope";
import type { Deed } from "./deed";
import type { useDragging } from "./dragging";
import type { Folder } from "./tree";

/** What every row of the library needs. */
type LibraryState = Choosing & {
  folders: Folder[];
  isOpen: (folderId: number) => boolean;
  toggle: (folderId: number) => void;
  begin: (deed: Deed) => void;
  uploadTo: (folderId: number | null) => void;
  shownDocumentId: number | null;
} & Pick<ReturnType<typeof useDragging>, "dragging" | "target">;

export const LibraryContext = createContext<LibraryState | null>(null);

export function useLibrary(): LibraryState {
  const state = useContext(LibraryContext);
  if (!state) throw new Error("a row of the library stands outside of it");
  return state;
}
