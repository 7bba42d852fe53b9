import { Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { ColumnsForm } from "./ColumnsForm";
import { ConnectionCard } from "./ConnectionCard";
import { ConnectionForm } from "./ConnectionForm";
import { type Database, useDatabase } from "./database";
import { LearningCard } from "./LearningCard";
import { ReadingForm } from "./ReadingForm";
import { RowFilters } from "./RowFilters";

/** The department's database: connected here, and everything that is ruled about it. */
export function DatabaseSection() {
  const { t } = useTranslation("admin");
  const database = useDatabase();
  return (
    <Stack>
      <SectionHeader title={t("sections.database")} order={1}>
        {t("database.about")}
      </SectionHeader>
      <Loaded query={database} lines={6}>
        {(found) => (found === null ? <ConnectionForm database={null} /> : <Connected database={found} />)}
      </Loaded>
    </Stack>
  );
}

function Connected({ database }: { database: Database }) {
  const [isChanging, { open, close }] = useDisclosure(false);
  return (
    <>
      {isChanging ? (
        <ConnectionForm database={database} onClose={close} />
      ) : (
        <ConnectionCard database={database} onChange={open} />
      )}
      <LearningCard database={database} />
      <ReadingForm database={database} />
      <RowFilters database={database} />
      <ColumnsForm database={database} />
    </>
  );
}
