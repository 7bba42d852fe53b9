import { Button, Group, Text } from "@mantine/core";
import { IconFileSpreadsheet, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useDropzone } from "react-dropzone";
import { useTranslation } from "react-i18next";

import { fileSize } from "@/language/numbers";
import { Trouble } from "@/pieces/Trouble";

import { FilePreview } from "./FilePreview";
import { SentShare } from "./SentShare";
import classes from "./starting.module.css";
import { type Source, usePreview } from "./starting";

type OnChange = (chosen: { source: Source; rowCount: number } | null) => void;

/** A file dropped or chosen, then what it looks like. */
export function FileSource({ onChange }: { onChange: OnChange }) {
  const [file, setFile] = useState<File | null>(null);
  if (!file) return <DropPlace onFile={setFile} />;
  return (
    <FileLook
      key={`${file.name}/${file.lastModified}/${file.size}`}
      file={file}
      onChange={onChange}
      onOther={() => {
        setFile(null);
        onChange(null);
      }}
    />
  );
}

function DropPlace({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("nomenclature");
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    multiple: false,
    onDrop: ([file]) => file && onFile(file), // of any kind: the server tells best what is wrong with it
  });
  return (
    <div {...getRootProps({ className: classes.drop, "data-over": isDragActive || undefined, role: "button" })}>
      <input {...getInputProps({ "aria-label": t("starting.drop") })} />
      <IconUpload size={28} stroke={1.5} aria-hidden />
      <Text fw={500}>{isDragActive ? t("starting.dropNow") : t("starting.drop")}</Text>
      <Text size="sm" c="dimmed">
        {t("starting.formats")}
      </Text>
    </div>
  );
}

function FileLook({ file, onChange, onOther }: { file: File; onChange: OnChange; onOther: () => void }) {
  const { t } = useTranslation("nomenclature");
  const [sheetName, setSheetName] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const preview = usePreview(file, sheetName, setShare);
  return (
    <>
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
        <Button variant="default" size="xs" onClick={onOther} style={{ flexShrink: 0 }}>
          {t("starting.otherFile")}
        </Button>
      </Group>
      {preview.isFetching && <SentShare share={share} after={t("starting.reading")} />}
      {preview.error && !preview.isFetching && <Trouble error={preview.error} onAgain={() => void preview.refetch()} />}
      {preview.data && (
        <FilePreview
          key={preview.data.sheet_name}
          file={file}
          preview={preview.data}
          onSheet={setSheetName}
          onChange={onChange}
        />
      )}
    </>
  );
}
