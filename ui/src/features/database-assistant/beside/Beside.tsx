import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { part } from "@/pieces/part";

import type { Database } from "../databases";
import { SchemaBrowser } from "./SchemaBrowser";

const Glossary = part(async () => (await import("./Glossary")).Glossary);
const Switches = part(async () => (await import("./Switches")).Switches);

const views = ["schema", "glossary", "stages"] as const;
type View = (typeof views)[number];

/** What is known of the database, the department's words, and what one's own answers are made of. */
export function Beside({ database }: { database: Database }) {
  const { t } = useTranslation("database-assistant");
  const [view, setView] = useState<View>("schema");
  return (
    <Tabs value={view} onChange={(wanted) => setView(wanted as View)} keepMounted={false}>
      <Tabs.List aria-label={t("beside.label")} mb="sm">
        {views.map((one) => (
          <Tabs.Tab key={one} value={one} px="xs" py={6}>
            {t(`beside.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view}>
        {view === "schema" && <SchemaBrowser database={database} />}
        {view === "glossary" && <Glossary database={database} />}
        {view === "stages" && <Switches />}
      </Tabs.Panel>
    </Tabs>
  );
}
