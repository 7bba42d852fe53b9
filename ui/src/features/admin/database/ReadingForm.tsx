import { Paper, Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Schemas } from "@/api/client";
import { SectionHeader } from "@/pieces/SectionHeader";

import { type Database, useDatabaseChange } from "./database";

const readers = ["both", "grammar", "llm"] as const satisfies Schemas["ReaderChoice"][];
const privacies = ["schema-only", "schema-and-values", "rows-too"] as const satisfies Schemas["Privacy"][];

/** Who reads questions, and what a language model is shown of the database; saved when it is chosen. */
export function ReadingForm({ database }: { database: Database }) {
  const { t } = useTranslation("admin");
  const change = useDatabaseChange(database.id);
  const shown = { ...database, ...(change.isBusy ? change.input : {}) };
  return (
    <Paper withBorder p="md">
      <Stack>
        <SectionHeader title={t("reading.title")} />
        <Radio.Group
          label={t("reading.reader")}
          value={shown.reader ?? database.reader}
          onChange={(reader) => change.doNow({ reader: reader as Schemas["ReaderChoice"] })}
        >
          <Stack gap="xs" mt={6}>
            {readers.map((reader) => (
              <Radio key={reader} value={reader} label={t(`reading.readers.${reader}`)} description={t(`reading.readersAbout.${reader}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t("reading.privacy")}
          description={t("reading.privacyAbout")}
          value={shown.privacy ?? database.privacy}
          onChange={(privacy) => change.doNow({ privacy: privacy as Schemas["Privacy"] })}
        >
          <Stack gap="xs" mt={6}>
            {privacies.map((privacy) => (
              <Radio
                key={privacy}
                value={privacy}
                label={t(`reading.privacies.${privacy}`)}
                description={t(`reading.privaciesAbout.${privacy}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Paper>
  );
}
