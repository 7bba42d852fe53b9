import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconCircleOff, IconEraser, IconListCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import type { SaidOf } from "../deciding/decided";
import classes from "./bar.module.css";
import { type BulkDecision, bulkOfNumbers, heldBefore, MOST_UNASKED } from "./bulk";

type Props = {
  runId: number;
  selected: ReadonlySet<number>;
  onSay: (said: readonly SaidOf[], before: readonly SaidOf[]) => void;
  onClear: () => void;
};

const deeds = [
  { decision: "accepted", word: "bulk.accept", icon: IconCheck },
  { decision: "no_such_item", word: "bulk.none", icon: IconCircleOff },
  { decision: "needs_review", word: "bulk.review", icon: IconListCheck },
  { decision: "as_matched", word: "bulk.withdraw", icon: IconEraser },
] as const;

/** Decides the selected rows at once; about very many it asks before. */
export function BulkBar({ runId, selected, onSay, onClear }: Props) {
  const { t } = useTranslation("nomenclature");
  const [dialog, ask] = useConfirm();
  const tell = useTroubleNotice();
  const deciding = useMutation({
    mutationFn: async (decision: BulkDecision) => {
      const bulk = await bulkOfNumbers(runId, [...selected], decision);
      return { decision, bulk, before: await heldBefore(runId, bulk.numbers) };
    },
    onSuccess: ({ decision, bulk, before }) => {
      onSay(bulk.numbers.map((number) => ({ number, decision, itemId: null })), before);
      const left = bulk.withoutItem > 0 ? t("bulk.withoutItem", { count: bulk.withoutItem }) : "";
      const done = t(decision === "as_matched" ? "bulk.withdrawn" : "bulk.done", { count: bulk.numbers.length });
      notifications.show({ message: `${done}. ${left}`.trim() });
      onClear();
    },
  });

  function decide(decision: BulkDecision, word: string) {
    if (selected.size <= MOST_UNASKED) return deciding.mutate(decision, { onError: tell });
    ask({
      title: t("bulk.sure", { count: selected.size }),
      text: t("bulk.sureTells"),
      action: word,
      deed: () => deciding.mutateAsync(decision),
      isDangerous: false,
    });
  }

  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={t("bulk.label")} className={classes.bulk ?? ""}>
      <Text size="sm" fw={600} role="status" mr={4}>
        {t("bulk.selected", { count: selected.size })}
      </Text>
      {deeds.map(({ decision, word, icon: Icon }) => (
        <Button
          key={decision}
          size="compact-sm"
          variant="default"
          leftSection={<Icon size={14} />}
          {...(decision === "as_matched" ? { title: t("bulk.withdrawTells") } : {})}
          loading={deciding.isPending && deciding.variables === decision}
          onClick={() => decide(decision, t(word))}
        >
          {t(word)}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
      {dialog}
    </Group>
  );
}
