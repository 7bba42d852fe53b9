import { Checkbox, Menu, Text, UnstyledButton } from "@mantine/core";
import {
  IconChevronDown,
  IconChevronRight,
  IconFolder,
  IconFolderPlus,
  IconFolderSymlink,
  IconPencil,
  IconTrash,
  IconUpload,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { isFolderInside, withFolderToggled } from "../scope";
import { useLibrary } from "./context";
import classes from "./library.module.css";
import { RowMenu } from "./RowMenu";
import { ShelfRows } from "./ShelfRows";
import { type Folder, foldersIn } from "./tree";

type Props = { parentId: number | null; depth: number };

/** What lies in a folder, or at the top: folders first, then documents. */
export function Branch({ parentId, depth }: Props) {
  const { folders } = useLibrary();
  return (
    <>
      <ul className={classes.list}>
        {foldersIn(folders, parentId).map((folder) => (
          <FolderNode key={folder.id} folder={folder} depth={depth} />
        ))}
      </ul>
      <ShelfRows shelf={{ folder: parentId }} depth={depth} />
    </>
  );
}

function FolderNode({ folder, depth }: { folder: Folder; depth: number }) {
  const { isOpen } = useLibrary();
  return (
    <li>
      <FolderRow folder={folder} depth={depth} />
      {isOpen(folder.id) && <Branch parentId={folder.id} depth={depth + 1} />}
    </li>
  );
}

function FolderRow({ folder, depth }: { folder: Folder; depth: number }) {
  const { t } = useTranslation("documents");
  const { folders, scope, choose, isOpen, toggle, dragging, target } = useLibrary();
  const isWithin = isFolderInside(scope, folders, folder.parent_id);
  const Chevron = isOpen(folder.id) ? IconChevronDown : IconChevronRight;
  return (
    <div
      className={classes.row}
      style={{ paddingLeft: depth * 14 }}
      data-folder-id={folder.id}
      data-target={target === folder.id || undefined}
      {...dragging({ folder })}
    >
      <Checkbox
        size="xs"
        aria-label={t("library.askFolder", { name: folder.name })}
        checked={isWithin || scope.folder_ids.includes(folder.id)}
        disabled={isWithin}
        onChange={() => choose(withFolderToggled(scope, folders, folder.id))}
      />
      <UnstyledButton
        className={classes.name ?? ""}
        aria-expanded={isOpen(folder.id)}
        title={folder.name}
        onClick={() => toggle(folder.id)}
      >
        <span className={classes.line}>
          <Chevron size={14} aria-hidden style={{ verticalAlign: -2 }} />{" "}
          <IconFolder size={16} aria-hidden stroke={1.6} style={{ verticalAlign: -3 }} /> {folder.name}
        </span>
      </UnstyledButton>
      <Text size="xs" c="dimmed" title={t("library.documentsInside", { count: folder.document_count })}>
        {folder.document_count || ""}
      </Text>
      <FolderMenu folder={folder} />
    </div>
  );
}

function FolderMenu({ folder }: { folder: Folder }) {
  const { t } = useTranslation(["documents", "translation"]);
  const { begin, uploadTo } = useLibrary();
  return (
    <RowMenu name={folder.name}>
      <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => uploadTo(folder.id)}>
        {t("library.uploadHere")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFolderPlus size={16} />}
        onClick={() => begin({ kind: "make-folder", parentId: folder.id })}
      >
        {t("library.newFolderHere")}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => begin({ kind: "name-folder", folder })}>
        {t("library.rename")}
      </Menu.Item>
      <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => begin({ kind: "move-folder", folder })}>
        {t("library.moveMenu")}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        color="red"
        leftSection={<IconTrash size={16} />}
        onClick={() => begin({ kind: "delete-folder", folder })}
      >
        {t("translation:actions.delete")}
      </Menu.Item>
    </RowMenu>
  );
}
