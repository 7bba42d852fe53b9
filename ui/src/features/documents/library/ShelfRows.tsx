import { Button, Skeleton, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import { useLibrary } from "./context";
import { DocumentRow } from "./DocumentRow";
import { type Shelf, useShelf } from "./documents";
import classes from "./library.module.css";

/** The documents of a folder, or those found by name. */
export function ShelfRows({ shelf, depth }: { shelf: Shelf; depth: number }) {
  const { t } = useTranslation("documents");
  const { folders } = useLibrary();
  const found = useShelf(shelf);
  const documents = found.data?.pages.flatMap((page) => page.entries) ?? [];
  const isTop = "folder" in shelf && shelf.folder === null;
  const isEmpty = found.data !== undefined && documents.length === 0 && !(isTop && folders.length > 0);
  return (
    <>
      {found.isPending && <Skeleton h={24} my={4} />}
      {found.error && <Trouble error={found.error} onAgain={() => void found.refetch()} />}
      {isEmpty && (
        <Text size="xs" c="dimmed" py={4} pl={depth * 14 + 24}>
          {t("search" in shelf ? "library.nothingFound" : isTop ? "library.empty" : "library.emptyFolder")}
        </Text>
      )}
      <ul className={classes.list}>
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} depth={depth} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-xs"
          ml={depth * 14 + 24}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("library.more")}
        </Button>
      )}
    </>
  );
}
