import { Accordion, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconNotes, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";
import { Loaded } from "@/pieces/Loaded";
import { SectionHeader } from "@/pieces/SectionHeader";

import { type Begun, NewVersionDialog } from "./NewVersionDialog";
import { type TableNotes, useNotes } from "./prompts";
import { Version } from "./Version";

/** Notes on tables that the language model is told: versions, one of them in use. */
export function PromptsSection() {
  const { t } = useTranslation("admin");
  const notes = useNotes();
  const [begun, setBegun] = useState<Begun>({ table: null, text: "" });
  const [isOpen, { open, close }] = useDisclosure(false);

  function begin(version: Begun) {
    setBegun(version);
    open();
  }

  const newNote = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => begin({ table: null, text: "" })}>
      {t("prompts.new")}
    </Button>
  );
  return (
    <Stack>
      <SectionHeader title={t("sections.prompts")} order={1} actions={newNote}>
        {t("prompts.about")}
      </SectionHeader>
      <Loaded query={notes}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t("prompts.none")} icon={IconNotes} action={newNote}>
              {t("prompts.first")}
            </EmptyState>
          ) : (
            <Accordion variant="separated" chevronPosition="left" {...(found.length === 1 && found[0] ? { defaultValue: found[0].table } : {})}>
              {found.map((one) => (
                <NotesOfTable key={one.table} notes={one} onBegin={begin} />
              ))}
            </Accordion>
          )
        }
      </Loaded>
      <NewVersionDialog key={begun.table ?? ""} opened={isOpen} begun={begun} onClose={close} />
    </Stack>
  );
}

function NotesOfTable({ notes, onBegin }: { notes: TableNotes; onBegin: (begun: Begun) => void }) {
  const { t } = useTranslation("admin");
  const { table, versions, active } = notes;
  return (
    <Accordion.Item value={table}>
      <Accordion.Control>
        <Group gap="xs">
          <Text fw={500}>{table}</Text>
          <Badge variant="light" color={active ? "teal" : "gray"}>
            {active ? t("prompts.inUse", { version: active.version }) : t("prompts.noneInUse")}
          </Badge>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm">
          <Group>
            <Button size="xs" variant="default" onClick={() => onBegin({ table, text: (active ?? versions[0])?.text ?? "" })}>
              {t("prompts.newVersion")}
            </Button>
          </Group>
          {versions.map((version) => (
            <Version key={version.id} prompt={version} active={active} />
          ))}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
