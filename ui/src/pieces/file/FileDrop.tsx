import { Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useDropzone } from "react-dropzone";
import { useTranslation } from "react-i18next";

import "../words";
import classes from "./file.module.css";

type Props = {
  /** What is to be dropped. */
  label: string;
  /** Below it: what it may be like, a line each. */
  hints: readonly string[];
  onFile: (file: File) => void;
};

/** A place to drop a file at, or to choose one by a press. */
export function FileDrop({ label, hints, onFile }: Props) {
  const { t } = useTranslation("pieces");
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    multiple: false,
    onDrop: ([file]) => file && onFile(file), // of any kind: the server tells best what is wrong with it
  });
  return (
    <div {...getRootProps({ className: classes.drop, "data-over": isDragActive || undefined, role: "button" })}>
      <input {...getInputProps({ "aria-label": label })} />
      <IconUpload size={28} stroke={1.5} aria-hidden />
      <Text fw={500}>{isDragActive ? t("file.letGo") : label}</Text>
      {hints.map((hint) => (
        <Text key={hint} size="sm" c="dimmed">
          {hint}
        </Text>
      ))}
    </div>
  );
}
