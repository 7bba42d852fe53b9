import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Note } from "../imports";
import { notesTold } from "./notes";
import classes from "./importing.module.css";

/** What was decided while the file was read; folded, for those who wonder. */
export function HowRead({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation("catalogues");
  const told = notesTold(notes);
  if (told.length === 0) return null;
  return (
    <details className={classes.notes}>
      <Text component="summary" size="sm" c="dimmed">
        {t("imports.notes")}
      </Text>
      <List size="sm" mt={4}>
        {told.map(({ code, value }) => (
          <List.Item key={code}>{t(`note.${code}`, { value })}</List.Item>
        ))}
      </List>
    </details>
  );
}
