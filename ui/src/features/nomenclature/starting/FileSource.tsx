import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FileDrop } from "@/pieces/file/FileDrop";
import { FileHead, keyOfFile } from "@/pieces/file/FileHead";
import { SentShare } from "@/pieces/file/SentShare";
import { Trouble } from "@/pieces/Trouble";

import { FilePreview } from "./FilePreview";
import { type Source, usePreview } from "./starting";

type OnChange = (chosen: { source: Source; rowCount: number } | null) => void;

/** A file dropped or chosen, then what it looks like. */
export function FileSource({ onChange }: { onChange: OnChange }) {
  const { t } = useTranslation("nomenclature");
  const [file, setFile] = useState<File | null>(null);
  if (!file) return <FileDrop label={t("starting.drop")} hints={[t("starting.formats")]} onFile={setFile} />;
  return (
    <FileLook
      key={keyOfFile(file)}
      file={file}
      onChange={onChange}
      onOther={() => {
        setFile(null);
        onChange(null);
      }}
    />
  );
}

function FileLook({ file, onChange, onOther }: { file: File; onChange: OnChange; onOther: () => void }) {
  const { t } = useTranslation("nomenclature");
  const [sheetName, setSheetName] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const preview = usePreview(file, sheetName, setShare);
  return (
    <>
      <FileHead file={file} onOther={onOther} />
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
