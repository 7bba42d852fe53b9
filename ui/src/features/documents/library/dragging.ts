import { type DragEvent, useState } from "react";

import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { type Document, useChangeDocument } from "./documents";
import { useChangeFolder } from "./folders";
import { folderUnder } from "./folderUnder";
import { type Folder, liesIn } from "./tree";

/** A document or a folder that is being dragged to another place of the library. */
type Dragged = { document: Document } | { folder: Folder };

/** Where it would come to lie; `undefined`: nowhere. */
type Target = number | null | undefined;

/** Whether the place is another than the one it lies in, and for a folder not inside itself. */
function mayLieIn(dragged: Dragged, target: number | null, folders: Folder[]): boolean {
  if ("document" in dragged) return dragged.document.folder_id !== target;
  const { id, parent_id } = dragged.folder;
  return parent_id !== target && !liesIn(folders, target, id);
}

/** Moving by the pointer what the menus move by their dialog. */
export function useDragging(folders: Folder[]) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [target, setTarget] = useState<Target>(undefined);
  const changeDocument = useChangeDocument();
  const changeFolder = useChangeFolder();
  const tell = useTroubleNotice();

  function end() {
    setDragged(null);
    setTarget(undefined);
  }

  function onDragOver(event: DragEvent) {
    if (!dragged) return;
    const over = folderUnder(event.target);
    const isAllowed = mayLieIn(dragged, over, folders);
    setTarget(isAllowed ? over : undefined);
    if (isAllowed) event.preventDefault();
  }

  function onDrop(event: DragEvent) {
    if (!dragged || target === undefined) return;
    event.preventDefault();
    const moved =
      "document" in dragged
        ? changeDocument.mutateAsync({ id: dragged.document.id, folder_id: target })
        : changeFolder.mutateAsync({ id: dragged.folder.id, parent_id: target });
    moved.catch(tell);
    end();
  }

  /** Of a row that may be dragged. */
  const dragging = (item: Dragged) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "document" in item ? item.document.name : item.folder.name);
      setDragged(item);
    },
    onDragEnd: end,
  });

  const dropping = { onDragOver, onDrop, onDragLeave: () => setTarget(undefined), "data-target": target === null || undefined };
  return { dragging, dropping, target };
}
