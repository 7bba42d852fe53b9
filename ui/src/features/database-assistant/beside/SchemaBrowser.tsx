import { Stack, Text } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { Loaded } from "@/pieces/Loaded";
import { SearchField } from "@/pieces/SearchField";

import { type Database, useStructure } from "../databases";
import { LearningProgress } from "../NotLearned";
import { SchemaTable } from "./SchemaTable";
import { search, type Structure } from "./structure";

/** So many are drawn; of more a search finds the one that is wanted. */
const MOST_TABLES = 100;

/** The tables and columns that can be asked about, found by name or comment. */
export function SchemaBrowser({ database }: { database: Database }) {
  const { t } = useTranslation("database-assistant");
  const structure = useStructure(database);
  const [wanted, setWanted] = useState("");
  return (
    <Stack gap="xs">
      <LearningProgress database={database} />
      <SearchField label={t("schema.search")} value={wanted} onChange={setWanted} />
      <Loaded query={structure} lines={8}>
        {(found) => <Tables structure={found} wanted={wanted} />}
      </Loaded>
      {database.learned_at && (
        <Text size="xs" c="dimmed">
          {t("schema.learned", { at: moment(database.learned_at) })}
        </Text>
      )}
    </Stack>
  );
}

function Tables({ structure, wanted }: { structure: Structure; wanted: string }) {
  const { t } = useTranslation("database-assistant");
  const found = search(structure.tables, useDeferredValue(wanted));
  if (found.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t(structure.tables.length === 0 ? "schema.empty" : "schema.notFound")}
      </Text>
    );
  }
  return (
    <div>
      {found.slice(0, MOST_TABLES).map((one) => (
        <SchemaTable key={one.table.key} found={one} />
      ))}
      {found.length > MOST_TABLES && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("schema.more", { count: found.length - MOST_TABLES })}
        </Text>
      )}
    </div>
  );
}
