import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDropzone } from "react-dropzone";

import { useTenant } from "@/api/me";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { askAnew } from "./library/documents";
import { filed } from "./library/filing";
import { folderUnder } from "./library/folderUnder";
import { useFolders } from "./library/folders";
import { keepUploadsOf, uploadFiles, useUploads } from "./library/uploads";

/** Files and folders dropped anywhere on the page, or chosen for a folder, are uploaded; over a folder, into that. */
export function useDropping(onUpload: () => void) {
  const tenantId = useTenant()?.tenant_id;
  const folders = useFolders().data ?? [];
  const queries = useQueryClient();
  const tell = useTroubleNotice();
  const chosenFolder = useRef<number | null>(null);
  const [overFolderId, setOverFolder] = useState<number | null>(null);

  useAskingAnew();
  useEffect(() => {
    if (tenantId !== undefined) keepUploadsOf(tenantId);
  }, [tenantId]);

  async function upload(files: File[], folderId: number | null, toTenant: number) {
    try {
      const bundles = await filed(files, folderId);
      for (const bundle of bundles) uploadFiles(bundle.files, bundle.folderId, toTenant);
      if (bundles.some((bundle) => bundle.folderId !== folderId)) await askAnew(queries);
      onUpload();
    } catch (error) {
      tell(error);
    }
  }

  const zone = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDragOver: (event) => setOverFolder(folderUnder(event.target)),
    onDragLeave: () => setOverFolder(null),
    onDrop: (files, _refused, event) => {
      const folderId = folderOf(event) ?? chosenFolder.current;
      chosenFolder.current = null;
      setOverFolder(null);
      if (tenantId !== undefined && files.length > 0) void upload(files, folderId, tenantId);
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
  return { ...zone, uploadTo, folderName: folders.find((folder) => folder.id === overFolderId)?.name ?? null };
}

/** What was kept just now belongs into every list. */
function useAskingAnew(): void {
  const queries = useQueryClient();
  const keptCount = useUploads().filter((one) => one.state === "kept").length;
  useEffect(() => {
    if (keptCount > 0) void askAnew(queries);
  }, [keptCount, queries]);
}

function folderOf(event: unknown): number | null {
  return folderUnder(event instanceof Event ? event.target : (event as { target?: EventTarget } | undefined)?.target);
}
