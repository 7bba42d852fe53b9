import { Button, Group, Loader, Paper, Text } from "@mantine/core";
import { IconFileSpreadsheet, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useDropzone } from "react-dropzone";
import { useTranslation } from "react-i18next";

import { fileSize } from "@/language/numbers";
import { Trouble } from "@/pieces/Trouble";

import { useLook } from "../imports";
import { ColumnsForm } from "./ColumnsForm";
import classes from "./importing.module.css";

/** A file of items: dropped, looked at, and only then brought in. */
export function NewImport({ catalogueId }: { catalogueId: number }) {
  const { t } = useTranslation("catalogues");
  const [file, setFile] = useState<File | null>(null);
  const looking = useLook(catalogueId);

  function lookAt(chosen: File) {
    setFile(chosen);
    looking.mutate(chosen);
  }

  function leave() {
    setFile(null);
    looking.reset();
  }

  if (!file) return <DropPlace onFile={lookAt} />;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <IconFileSpreadsheet size={20} stroke={1.5} aria-hidden />
          <Text fw={500} truncate>
            {file.name}
          </Text>
          <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
            {fileSize(file.size)}
          </Text>
        </Group>
        <Button variant="default" size="xs" onClick={leave}>
          {t("imports.otherFile")}
        </Button>
      </Group>
      {looking.isPending && (
        <Group gap="xs" role="status">
          <Loader size="xs" /> <Text size="sm">{t("imports.reading")}</Text>
        </Group>
      )}
      {looking.error && <Trouble error={looking.error} onAgain={() => looking.mutate(file)} />}
      {looking.data && <ColumnsForm catalogueId={catalogueId} file={file} look={looking.data} onStarted={leave} />}
    </Paper>
  );
}

function DropPlace({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("catalogues");
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    multiple: false,
    onDrop: ([file]) => file && onFile(file),
  });
  return (
    <div {...getRootProps({ className: classes.drop, "data-over": isDragActive || undefined, role: "button" })}>
      <input {...getInputProps({ "aria-label": t("imports.drop") })} />
      <IconUpload size={28} stroke={1.5} aria-hidden />
      <Text fw={500}>{isDragActive ? t("imports.dropNow") : t("imports.drop")}</Text>
      <Text size="sm" c="dimmed">
        {t("imports.formats")}
      </Text>
    </div>
  );
}
