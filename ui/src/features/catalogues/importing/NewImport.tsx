import { Paper } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FileDrop } from "@/pieces/file/FileDrop";
import { FileHead, keyOfFile } from "@/pieces/file/FileHead";
import { SentShare } from "@/pieces/file/SentShare";
import { Trouble } from "@/pieces/Trouble";

import { useLook } from "../imports";
import { ColumnsForm } from "./ColumnsForm";

/** A file of items: dropped, looked at, and only then brought in. */
export function NewImport({ catalogueId }: { catalogueId: number }) {
  const { t } = useTranslation("catalogues");
  const [file, setFile] = useState<File | null>(null);
  if (!file) return <FileDrop label={t("imports.drop")} hints={[t("imports.formats"), t("imports.needed")]} onFile={setFile} />;
  return <FileLook key={keyOfFile(file)} catalogueId={catalogueId} file={file} onLeave={() => setFile(null)} />;
}

function FileLook({ catalogueId, file, onLeave }: { catalogueId: number; file: File; onLeave: () => void }) {
  const { t } = useTranslation("catalogues");
  const [sheetName, setSheetName] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const look = useLook(catalogueId, file, sheetName, setShare);
  return (
    <Paper withBorder p={{ base: "sm", sm: "md" }}>
      <FileHead file={file} onOther={onLeave} />
      {look.isFetching && <SentShare share={share} after={t("imports.reading")} />}
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
