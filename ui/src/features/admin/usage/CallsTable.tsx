import { Badge, Stack, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";
import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";

import { When } from "../When";
import { type LlmCall, tokensOf, useCalls } from "./usage";
import { usePurposeWords } from "./words";

const colors = { started: "blue", answered: "teal", failed: "red", abandoned: "gray" } as const;

/** Every call by itself, the newest first: numbers only, nothing of what was asked. */
export function CallsTable() {
  const { t } = useTranslation("admin");
  const calls = useCalls();
  return (
    <Stack gap="xs">
      <SectionHeader title={t("usage.eachCall")} order={2}>
        {t("usage.eachCallAbout")}
      </SectionHeader>
      <KeysetTable
        label={t("usage.eachCall")}
        pages={calls}
        columns={useColumns()}
        keyOf={(call) => call.id}
        empty={<EmptyState title={t("usage.noCalls")}>{t("usage.noCallsWhy")}</EmptyState>}
      />
    </Stack>
  );
}

function useColumns(): Column<LlmCall>[] {
  const { t } = useTranslation("admin");
  const wordsOf = usePurposeWords();
  return [
    { key: "when", title: t("fields.when"), cell: (call) => <When at={call.created_at} /> },
    { key: "purpose", title: t("usage.purpose"), cell: (call) => wordsOf(call.purpose) },
    { key: "llm", title: t("usage.llm"), cell: (call) => call.llm_name, visibleFrom: "md" },
    {
      key: "tokens",
      title: t("usage.tokensTitle"),
      align: "right",
      cell: (call) => `${call.is_estimated ? "≈ " : ""}${number(tokensOf(call))}`,
      visibleFrom: "xs",
    },
    {
      key: "seconds",
      title: t("usage.seconds"),
      align: "right",
      cell: (call) => (call.milliseconds === null ? "—" : number(call.milliseconds / 1000, 1)),
      visibleFrom: "sm",
    },
    { key: "outcome", title: t("fields.outcome"), cell: (call) => <Outcome call={call} /> },
  ];
}

function Outcome({ call }: { call: LlmCall }) {
  const { t } = useTranslation("admin");
  const badge = (
    <Badge variant="light" color={colors[call.outcome]} {...(call.problem ? { tabIndex: 0 } : {})}>
      {t(`usage.outcomes.${call.outcome}`)}
    </Badge>
  );
  return call.problem ? (
    <Tooltip label={call.problem} multiline maw={360} events={{ hover: true, focus: true, touch: true }}>
      {badge}
    </Tooltip>
  ) : (
    badge
  );
}
