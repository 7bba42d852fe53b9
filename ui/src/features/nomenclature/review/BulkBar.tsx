import { Button, Group, Menu, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronDown } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { Said } from "../deciding/decided";
import { type Bulk, type BulkDecision, bulkOfFilter, bulkOfNumbers } from "./bulk";
import type { Filter } from "./filter";

type Say = (numbers: readonly number[], said: Said) => void;

type Props = {
  runId: number;
  filter: Filter;
  /** How many rows the filter finds; null where only a look would tell. */
  count: number | null;
  selected: ReadonlySet<number>;
  onSay: Say;
  onClear: () => void;
};

const deeds = [
  { decision: "accepted", word: "bulk.accept" },
  { decision: "no_such_item", word: "bulk.none" },
  { decision: "needs_review", word: "bulk.review" },
] as const;

/** Decides the selected rows at once, or all that the filter finds. */
export function BulkBar({ runId, filter, count, selected, onSay, onClear }: Props) {
  const { t } = useTranslation("nomenclature");
  const [asked, setAsked] = useState<BulkDecision | null>(null);
  const tell = useTellDone();
  const deciding = useMutation({
    mutationFn: async (decision: BulkDecision) => ({ decision, bulk: await bulkOfNumbers(runId, [...selected], decision) }),
    onSuccess: ({ decision, bulk }) => {
      onSay(bulk.numbers, { decision, itemId: null });
      tell(bulk);
      onClear();
    },
  });
  return (
    <Group gap="xs" role="group" aria-label={t("bulk.label")}>
      {selected.size > 0 && (
        <>
          <Text size="xs" fw={600} role="status">
            {t("bulk.selected", { count: selected.size })}
          </Text>
          {deeds.map(({ decision, word }) => (
            <Button
              key={decision}
              size="compact-xs"
              variant="default"
              loading={deciding.isPending && deciding.variables === decision}
              onClick={() => deciding.mutate(decision)}
            >
              {t(word)}
            </Button>
          ))}
          <Button size="compact-xs" variant="subtle" onClick={onClear}>
            {t("bulk.clear")}
          </Button>
        </>
      )}
      {selected.size === 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-xs" variant="subtle" rightSection={<IconChevronDown size={12} />} disabled={count === 0}>
              {t("bulk.filtered")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {deeds.map(({ decision, word }) => (
              <Menu.Item key={decision} onClick={() => setAsked(decision)}>
                {t(word)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {deciding.error && <Trouble error={deciding.error} />}
      {asked && <DecideFiltered runId={runId} filter={filter} decision={asked} onSay={onSay} onClose={() => setAsked(null)} />}
    </Group>
  );
}

type FilteredProps = Pick<Props, "runId" | "filter" | "onSay"> & { decision: BulkDecision; onClose: () => void };

/** Reads which rows the filter finds, tells how many, and asks once. */
function DecideFiltered({ runId, filter, decision, onSay, onClose }: FilteredProps) {
  const { t } = useTranslation(["nomenclature", "translation"]);
  const [read, setRead] = useState(0);
  const tell = useTellDone();
  const reading = useMutation({
    mutationFn: (signal: AbortSignal) => bulkOfFilter(runId, filter, decision, setRead, signal),
  });
  const { mutate } = reading;
  useEffect(() => {
    const stopping = new AbortController();
    mutate(stopping.signal);
    return () => stopping.abort();
  }, [mutate]);

  const word = t(deeds.find((deed) => deed.decision === decision)?.word ?? "bulk.review");
  const bulk = reading.data;

  function decide() {
    if (!bulk) return;
    onSay(bulk.numbers, { decision, itemId: null });
    tell(bulk);
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t("bulk.sure")}>
      <Stack>
        {reading.error && <Trouble error={reading.error} />}
        {!bulk && !reading.error && <Text size="sm" role="status">{t("bulk.reading", { count: read })}</Text>}
        {bulk && <Text size="sm">{t("bulk.sureTells", { count: bulk.numbers.length, decision: word })}</Text>}
        {bulk && bulk.withoutItem > 0 && <Text size="sm">{t("bulk.withoutItem", { count: bulk.withoutItem })}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("translation:actions.cancel")}
          </Button>
          <Button loading={!bulk && !reading.error} disabled={!bulk || bulk.numbers.length === 0} onClick={decide}>
            {t("bulk.do")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function useTellDone(): (bulk: Bulk) => void {
  const { t } = useTranslation("nomenclature");
  return (bulk) => {
    const left = bulk.withoutItem > 0 ? t("bulk.withoutItem", { count: bulk.withoutItem }) : "";
    notifications.show({ message: `${t("bulk.done", { count: bulk.numbers.length })}. ${left}`.trim() });
  };
}
