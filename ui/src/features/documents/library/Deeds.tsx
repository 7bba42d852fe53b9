import { useTranslation } from "react-i18next";

import { ConfirmDialog } from "@/pieces/ConfirmDialog";

import type { Deed } from "./deed";
import { useChangeDocument, useDeleteDocument } from "./documents";
import { useChangeFolder, useDeleteFolder, useFolders, useMakeFolder } from "./folders";
import { MoveDialog } from "./MoveDialog";
import { NameDialog } from "./NameDialog";
import { countInside } from "./tree";

/** The question that belongs to a deed. */
export function Deeds({ deed, onEnd }: { deed: Deed; onEnd: () => void }) {
  if (deed.kind === "make-folder") return <MakeFolder parentId={deed.parentId} onEnd={onEnd} />;
  if ("document" in deed) return <DocumentDeed deed={deed} onEnd={onEnd} />;
  return <FolderDeed deed={deed} onEnd={onEnd} />;
}

function MakeFolder({ parentId, onEnd }: { parentId: number | null; onEnd: () => void }) {
  const { t } = useTranslation("documents");
  const making = useMakeFolder();
  const onName = (name: string) => making.mutateAsync({ name, parent_id: parentId });
  return <NameDialog title={t("library.newFolder")} name="" onName={onName} onClose={onEnd} />;
}

type DocumentProps = { deed: Extract<Deed, { document: unknown }>; onEnd: () => void };

function DocumentDeed({ deed: { kind, document }, onEnd }: DocumentProps) {
  const { t } = useTranslation(["documents", "translation"]);
  const { id, name } = document;
  const change = useChangeDocument();
  const removal = useDeleteDocument();
  if (kind === "name-document") {
    const onName = (wanted: string) => change.mutateAsync({ id, name: wanted });
    return <NameDialog title={t("library.rename")} name={name} onName={onName} onClose={onEnd} />;
  }
  if (kind === "move-document") {
    const onPlace = (folderId: number | null) => change.mutateAsync({ id, folder_id: folderId });
    return <MoveDialog name={name} movedFolderId={null} from={document.folder_id} onPlace={onPlace} onClose={onEnd} />;
  }
  const question = {
    title: t("library.deleteDocument"),
    text: t("library.deleteDocumentText", { name }),
    action: t("translation:actions.delete"),
    deed: () => removal.mutateAsync(id),
  };
  return <ConfirmDialog question={question} onClose={onEnd} />;
}

type FolderProps = { deed: Extract<Deed, { folder: unknown }>; onEnd: () => void };

function FolderDeed({ deed: { kind, folder }, onEnd }: FolderProps) {
  const { t } = useTranslation(["documents", "translation"]);
  const { id, name } = folder;
  const folders = useFolders().data ?? [];
  const change = useChangeFolder();
  const removal = useDeleteFolder();
  if (kind === "name-folder") {
    const onName = (wanted: string) => change.mutateAsync({ id, name: wanted });
    return <NameDialog title={t("library.rename")} name={name} onName={onName} onClose={onEnd} />;
  }
  if (kind === "move-folder") {
    const onPlace = (parentId: number | null) => change.mutateAsync({ id, parent_id: parentId });
    return <MoveDialog name={name} movedFolderId={id} from={folder.parent_id} onPlace={onPlace} onClose={onEnd} />;
  }
  const inside = countInside(folders, id);
  function textOf({ documents, folders: more }: ReturnType<typeof countInside>): string {
    if (documents + more === 0) return t("library.deleteEmptyFolderText", { name });
    const much = [
      documents > 0 ? t("library.documentsInside", { count: documents }) : null,
      more > 0 ? t("library.foldersInside", { count: more }) : null,
    ];
    return t("library.deleteFolderText", { name, inside: much.filter(Boolean).join(", ") });
  }
  const question = {
    title: t("library.deleteFolder"),
    text: textOf(inside),
    action: t("translation:actions.delete"),
    deed: () => removal.mutateAsync(id),
  };
  return <ConfirmDialog question={question} onClose={onEnd} />;
}
