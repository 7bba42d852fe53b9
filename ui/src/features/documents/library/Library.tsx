import { ActionIcon, Button, Group, Stack, Text, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFolderPlus, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useDraft } from "@/chat/drafts";
import { part } from "@/pieces/part";
import { SearchField } from "@/pieces/SearchField";
import { Trouble } from "@/pieces/Trouble";

import { type Choosing, everything, isEverything } from "../scope";
import { Branch } from "./Branch";
import { LibraryContext } from "./context";
import type { Deed } from "./deed";
import { useDragging } from "./dragging";
import { useFolders } from "./folders";
import classes from "./library.module.css";
import { ShelfRows } from "./ShelfRows";
import { UploadList } from "./UploadList";

const Deeds = part(async () => (await import("./Deeds")).Deeds);

type Props = Choosing & {
  /** Lets the user choose files for a folder; null: for none. */
  uploadTo: (folderId: number | null) => void;
  shownDocumentId: number | null;
};

const SEARCH_AFTER_MS = 250;

/** The documents of the department in their folders; what is ticked is asked. */
export function Library({ scope, choose, uploadTo, shownDocumentId }: Props) {
  const { t } = useTranslation("documents");
  const folders = useFolders();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [search, setSearch] = useState("");
  const [sought] = useDebouncedValue(search.trim(), SEARCH_AFTER_MS);
  const { isOpen, toggle } = useOpenFolders();
  const { dragging, target, dropping } = useDragging(folders.data ?? []);
  const places = { isOpen, toggle, dragging, target, folders: folders.data ?? [] };
  const state = { scope, choose, uploadTo, shownDocumentId, begin: setDeed, ...places };
  return (
    <LibraryContext value={state}>
      <Stack gap="xs" h="100%" mih={0} component="section" aria-label={t("library.title")}>
        <Group gap="xs" wrap="nowrap">
          <Button flex={1} size="xs" leftSection={<IconUpload size={16} />} onClick={() => uploadTo(null)}>
            {t("library.upload")}
          </Button>
          <Tooltip label={t("library.newFolder")}>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t("library.newFolder")}
              onClick={() => setDeed({ kind: "make-folder", parentId: null })}
            >
              <IconFolderPlus size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <SearchField label={t("library.search")} value={search} onChange={setSearch} />
        <Chosen scope={scope} choose={choose} />
        {folders.error && <Trouble error={folders.error} onAgain={() => void folders.refetch()} />}
        <div className={classes.scroll} {...dropping}>
          {sought ? <ShelfRows shelf={{ search: sought }} depth={0} /> : <Branch parentId={null} depth={0} />}
        </div>
        <UploadList />
      </Stack>
      {deed && <Deeds deed={deed} onEnd={() => setDeed(null)} />}
    </LibraryContext>
  );
}

/** How much is asked, and the way back to all. */
function Chosen({ scope, choose }: Choosing) {
  const { t } = useTranslation("documents");
  const count = scope.document_ids.length + scope.folder_ids.length;
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" mih={22}>
      <Text size="xs" c="dimmed">
        {isEverything(scope) ? t("library.allAsked") : t("library.someAsked", { count })}
      </Text>
      {!isEverything(scope) && (
        <Button variant="subtle" size="compact-xs" onClick={() => choose(everything)}>
          {t("library.askAll")}
        </Button>
      )}
    </Group>
  );
}

/** The folders that are open stay so in this tab. */
function useOpenFolders() {
  const [kept, keep] = useDraft("documents.open-folders");
  const open = kept.split(" ").filter(Boolean).map(Number);
  return {
    isOpen: (id: number) => open.includes(id),
    toggle: (id: number) => keep((open.includes(id) ? open.filter((one) => one !== id) : [...open, id]).join(" ")),
  };
}
