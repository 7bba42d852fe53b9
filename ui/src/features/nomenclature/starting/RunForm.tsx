import { Button, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { type Catalogue, useCatalogues } from "../catalogue";
import type { DraftHold } from "./draft";

type Props = { hold: DraftHold; rowCount: number | null; isBusy: boolean; onStart: (catalogueId: number) => void };

/** The catalogue and the choices that have a good answer already; `rowCount` null: there is nothing to start yet. */
export function RunForm({ hold, rowCount, isBusy, onStart }: Props) {
  const { t } = useTranslation("nomenclature");
  const catalogues = useCatalogues().data ?? [];
  const { draft, change } = hold;
  const catalogue = chosenOf(catalogues, draft.catalogueId);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (catalogue && rowCount !== null) onStart(catalogue.id);
  }

  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <Select
          label={t("starting.catalogue")}
          data={catalogues.map((one) => ({
            value: String(one.id),
            label: one.indexed_at === null ? t("starting.notReady", { name: one.name }) : one.name,
            disabled: one.indexed_at === null,
          }))}
          value={catalogue ? String(catalogue.id) : null}
          onChange={(id) => change({ catalogueId: id === null ? null : Number(id) })}
          allowDeselect={false}
          miw={220}
          flex={2}
        />
        <TextInput
          label={t("starting.runTitle")}
          value={draft.title}
          maxLength={255}
          onChange={(event) => change({ title: event.currentTarget.value })}
          miw={180}
          flex={2}
        />
        <NumberInput
          label={t("starting.candidates")}
          value={draft.candidateCount}
          onChange={(value) => typeof value === "number" && change({ candidateCount: value })}
          min={1}
          max={20}
          clampBehavior="strict"
          allowDecimal={false}
          w={170}
        />
        <Button
          type="submit"
          leftSection={<IconPlayerPlay size={16} />}
          disabled={!catalogue || rowCount === null}
          loading={isBusy}
        >
          {rowCount === null ? t("starting.start") : t("starting.startRows", { count: rowCount })}
        </Button>
      </Group>
    </form>
  );
}

/** The catalogue chosen before, else the first that names can be matched with. */
function chosenOf(catalogues: readonly Catalogue[], id: number | null): Catalogue | undefined {
  const ready = catalogues.filter((one) => one.indexed_at !== null);
  return ready.find((one) => one.id === id) ?? ready[0];
}
