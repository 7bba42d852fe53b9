import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useTenant } from "@/api/me";
import { useConfirm } from "@/pieces/ConfirmDialog";
import { EmptyState } from "@/pieces/EmptyState";
import { Loaded } from "@/pieces/Loaded";
import { SearchField } from "@/pieces/SearchField";

import { type Database, type GlossaryTerm, useGlossary, useTermRemoval } from "../databases";
import { GlossaryForm } from "./GlossaryForm";
import classes from "./Schema.module.css";
import { meaningOf } from "./terms";

/** So many terms are found without a search. */
const MANY = 10;

/** The department's words and what they mean in the database; its administrators add and delete them. */
export function Glossary({ database }: { database: Database }) {
  const { t } = useTranslation("database-assistant");
  const isAdmin = useTenant()?.role === "admin";
  const terms = useGlossary(database.id);
  const [isAdding, adding] = useDisclosure(false);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("glossary.text")}
      </Text>
      {isAdmin && !isAdding && (
        <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={adding.open}>
          {t("glossary.add")}
        </Button>
      )}
      {isAdmin && isAdding && <GlossaryForm database={database} term={null} onClose={adding.close} />}
      <Loaded query={terms} lines={5}>
        {(found) => (found.length > 0 ? <Terms terms={found} database={database} isAdmin={isAdmin} /> : <NoTerms isAdmin={isAdmin} />)}
      </Loaded>
    </Stack>
  );
}

function NoTerms({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTranslation("database-assistant");
  return <EmptyState title={t("glossary.empty")}>{t(isAdmin ? "glossary.emptyForAdmin" : "glossary.emptyForOthers")}</EmptyState>;
}

type TermsProps = { terms: GlossaryTerm[]; database: Database; isAdmin: boolean };

function Terms({ terms, database, isAdmin }: TermsProps) {
  const { t } = useTranslation("database-assistant");
  const removal = useTermRemoval(database.id);
  const [dialog, ask] = useConfirm();
  const [wanted, setWanted] = useState("");
  const [changedId, setChangedId] = useState<number | null>(null);
  const words = wanted.trim().toLocaleLowerCase();
  const shown = terms.filter((term) => `${term.term} ${meaningOf(term)}`.toLocaleLowerCase().includes(words));

  function remove(term: GlossaryTerm) {
    ask({
      title: t("glossary.removeTitle", { term: term.term }),
      text: t("glossary.removeText"),
      action: t("glossary.remove"),
      deed: () => removal.mutateAsync(term.id),
    });
  }

  return (
    <div>
      {terms.length > MANY && (
        <SearchField mb="xs" label={t("glossary.search")} value={wanted} onChange={setWanted} />
      )}
      {shown.map((term) =>
        term.id === changedId ? (
          <GlossaryForm key={term.id} database={database} term={term} onClose={() => setChangedId(null)} />
        ) : (
          <Term key={term.id} term={term} isAdmin={isAdmin} onChange={() => setChangedId(term.id)} onRemove={() => remove(term)} />
        ),
      )}
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("glossary.notFound")}
        </Text>
      )}
      {dialog}
    </div>
  );
}

type TermProps = { term: GlossaryTerm; isAdmin: boolean; onChange: () => void; onRemove: () => void };

function Term({ term, isAdmin, onChange, onRemove }: TermProps) {
  const { t } = useTranslation("database-assistant");
  return (
    <Group wrap="nowrap" justify="space-between" gap="xs" py={4}>
      <div className={classes.link}>
        <Text size="sm" fw={500}>
          {term.term}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`glossary.kinds.${term.kind}`)}: {meaningOf(term)}
        </Text>
      </div>
      {isAdmin && (
        <Group gap={0} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={t("glossary.changeOne", { term: term.term })} onClick={onChange}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t("glossary.removeOne", { term: term.term })} onClick={onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}
