import { Menu, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFolderSymlink, IconPencil, IconPlayerStop, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { day, fileSize } from "@/language/numbers";

import { useLibrary } from "./context";
import { type Document, isBusy, useReadAgain, useStopReading } from "./documents";
import { reasonOfError } from "./reasons";
import { useMayChange } from "./rights";
import { RowMenu } from "./RowMenu";

/** What may be done with a document. */
export function DocumentMenu({ document }: { document: Document }) {
  const { t } = useTranslation(["documents", "translation"]);
  const { begin } = useLibrary();
  const mayChange = useMayChange(document);
  return (
    <RowMenu name={document.name} width={240}>
      <Menu.Label>
        {fileSize(document.size_bytes)} · {day(document.created_at)}
      </Menu.Label>
      {!mayChange && (
        <Text size="xs" c="dimmed" px="sm" pb="xs">
          {t("library.othersDocument")}
        </Text>
      )}
      <Menu.Item
        disabled={!mayChange}
        leftSection={<IconPencil size={16} />}
        onClick={() => begin({ kind: "name-document", document })}
      >
        {t("library.rename")}
      </Menu.Item>
      <Menu.Item
        disabled={!mayChange}
        leftSection={<IconFolderSymlink size={16} />}
        onClick={() => begin({ kind: "move-document", document })}
      >
        {t("library.moveMenu")}
      </Menu.Item>
      <ReadingItem document={document} mayChange={mayChange} />
      <Menu.Divider />
      <Menu.Item
        color="red"
        disabled={!mayChange}
        leftSection={<IconTrash size={16} />}
        onClick={() => begin({ kind: "delete-document", document })}
      >
        {t("translation:actions.delete")}
      </Menu.Item>
    </RowMenu>
  );
}

/** Stop the reading while it goes on, have it begun anew when it is over. */
function ReadingItem({ document, mayChange }: { document: Document; mayChange: boolean }) {
  const { t } = useTranslation("documents");
  const stop = useStopReading();
  const again = useReadAgain();
  const onError = (error: unknown) => {
    const { title, advice } = reasonOfError(error);
    notifications.show({ color: "red", title, message: advice });
  };
  const jobId = document.job_id;
  if (isBusy(document) && jobId !== null) {
    return (
      <Menu.Item
        disabled={!mayChange}
        leftSection={<IconPlayerStop size={16} />}
        onClick={() => stop.mutate(jobId, { onError })}
      >
        {t("library.stopReading")}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item
      disabled={!mayChange}
      leftSection={<IconRefresh size={16} />}
      onClick={() => again.mutate(document.id, { onError })}
    >
      {t("library.readAgain")}
    </Menu.Item>
  );
}
