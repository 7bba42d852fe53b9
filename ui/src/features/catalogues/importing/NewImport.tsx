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
  const [file, setFile] = useState<File | null>(null);
  if (!file) return <DropPlace onFile={setFile} />;
  const key = `${file.name}/${file.size}/${file.lastModified}`;
  return <FileLook key={key} catalogueId={catalogueId} file={file} onLeave={() => setFile(null)} />;
}

function FileLook({ catalogueId, file, onLeave }: { catalogueId: number; file: File; onLeave: () => void }) {
  const { t } = useTranslation("catalogues");
  const [sheetName, setSheetName] = useState<string | null>(null);
  const look = useLook(catalogueId, file, sheetName);
  return (
    <Paper withBorder p={{ base: "sm", sm: "md" }}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <IconFileSpreadsheet size={20} stroke={1.5} aria-hidden style={{ flex: "none" }} />
          <Text fw={500} truncate>
            {file.name}
          </Text>
          <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
            {fileSize(file.size)}
          </Text>
        </Group>
        <Button variant="default" size="xs" onClick={onLeave} style={{ flex: "none" }}>
          {t("imports.otherFile")}
        </Button>
      </Group>
      {look.isFetching && (
        <Group gap="xs" role="status">
          <Loader size="xs" /> <Text size="sm">{t("imports.reading")}</Text>
        </Group>
      )}
      {look.error && !look.isFetching && <Trouble error={look.error} onAgain={() => void look.refetch()} />}
      {look.data && (
        <ColumnsForm
          key={look.data.sheetName}
          catalogueId={catalogueId}
          file={file}
          look={look.data}
          onSheet={setSheetName}
          onStarted={onLeave}
        />
      )}
    </Paper>
  );
}

function DropPlace({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("catalogues");
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    multiple: false,
    onDrop: ([file]) => file && onFile(file), // of any kind: the server tells best what is wrong with it
  });
  return (
    <div {...getRootProps({ className: classes.drop, "data-over": isDragActive || undefined, role: "button" })}>
      <input {...getInputProps({ "aria-label": t("imports.drop") })} />
      <IconUpload size={28} stroke={1.5} aria-hidden />
      <Text fw={500}>{isDragActive ? t("imports.dropNow") : t("imports.drop")}</Text>
      <Text size="sm" c="dimmed">
        {t("imports.formats")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("imports.needed")}
      </Text>
    </div>
  );
}
