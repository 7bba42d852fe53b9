import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import "../words";

/** A note of the server by its code; `value` is what differs from file to file. */
type Note = { code?: string; value?: string };

/** What was decided while a file was read; folded, for those who wonder. What the page has no words for is left out. */
export function HowRead({ notes }: { notes: readonly Note[] }) {
  const { t, i18n } = useTranslation("pieces");
  const told = notes.filter(({ code = "" }) => i18n.exists(`pieces:file.notes.${code}`));
  if (told.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed">
        {t("file.howRead")}
      </Text>
      <List size="sm" mt={4}>
        {told.map(({ code, value }) => (
          <List.Item key={code}>{t(`file.notes.${code ?? ""}`, { value })}</List.Item>
        ))}
      </List>
    </details>
  );
}
