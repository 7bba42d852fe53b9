import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useDropzone } from "react-dropzone";

import { useTenant } from "@/api/me";

import { askAnew } from "./library/documents";
import { keepUploadsOf, uploadFiles, useUploads } from "./library/uploads";

/** Files dropped anywhere on the page, or chosen for a folder, are uploaded; over a folder's row, into that folder. */
export function useDropping(onUpload: () => void) {
  const tenantId = useTenant()?.tenant_id;
  const chosenFolder = useRef<number | null>(null);

  useAskingAnew();
  useEffect(() => {
    if (tenantId !== undefined) keepUploadsOf(tenantId);
  }, [tenantId]);

  const zone = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDrop: (files, _refused, event) => {
      const folderId = folderUnder(event) ?? chosenFolder.current;
      chosenFolder.current = null;
      if (tenantId === undefined || files.length === 0) return;
      uploadFiles(files, folderId, tenantId);
      onUpload();
    },
    onFileDialogCancel: () => {
      chosenFolder.current = null;
    },
  });

  const { open } = zone;
  const uploadTo = useCallback(
    (folderId: number | null) => {
      chosenFolder.current = folderId;
      open();
    },
    [open],
  );
  return { ...zone, uploadTo };
}

/** What was kept just now belongs into every list. */
function useAskingAnew(): void {
  const queries = useQueryClient();
  const keptCount = useUploads().filter((one) => one.state === "kept").length;
  useEffect(() => {
    if (keptCount > 0) void askAnew(queries);
  }, [keptCount, queries]);
}

/** The folder whose row is under the pointer; null elsewhere. */
function folderUnder(event: unknown): number | null {
  const target = event instanceof Event ? event.target : (event as { target?: EventTarget } | undefined)?.target;
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>("[data-folder-id]");
  return row?.dataset.folderId ? Number(row.dataset.folderId) : null;
}
