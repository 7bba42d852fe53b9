import { Button, Group, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { fileSize } from "@/language/numbers";

import "../words";

/** The file that was chosen, and the way to another. */
export function FileHead({ file, onOther }: { file: File; onOther: () => void }) {
  const { t } = useTranslation("pieces");
  return (
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
      <Button variant="default" size="xs" onClick={onOther} style={{ flex: "none" }}>
        {t("file.other")}
      </Button>
    </Group>
  );
}

/** Tells one file from another that was chosen before it. */
export function keyOfFile({ name, size, lastModified }: File): string {
  return `${name}/${size}/${lastModified}`;
}
