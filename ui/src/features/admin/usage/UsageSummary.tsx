import { Paper, Progress, SimpleGrid, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { number, percent } from "@/language/numbers";

import { SpendingTable } from "./SpendingTable";
import { shareSpent, type Spending, tokensOf, type Usage } from "./usage";
import { usePurposeWords } from "./words";

/** Today and this month against the limit, then by purpose and by day. */
export function UsageSummary({ usage }: { usage: Usage }) {
  const { t } = useTranslation("admin");
  const wordsOf = usePurposeWords();
  return (
    <Stack>
      <Text size="sm">{usage.llm_name === null ? t("usage.noLlm") : t("usage.llmIs", { name: usage.llm_name })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Period title={t("usage.today")} spending={usage.today} limit={usage.limit.tokens_a_day} />
        <Period title={t("usage.thisMonth")} spending={usage.this_month} limit={usage.limit.tokens_a_month} />
      </SimpleGrid>
      {usage.purposes.length > 0 && (
        <SpendingTable
          title={t("usage.byPurpose")}
          first={t("usage.purpose")}
          lines={usage.purposes.map((line) => ({ ...line, name: wordsOf(line.purpose) }))}
        />
      )}
      {usage.days.length > 0 && (
        <SpendingTable title={t("usage.byDay")} first={t("usage.day")} lines={usage.days.map((line) => ({ ...line, name: line.day, isDay: true }))} />
      )}
    </Stack>
  );
}

function Period({ title, spending, limit }: { title: string; spending: Spending; limit: number | null }) {
  const { t } = useTranslation("admin");
  const tokens = tokensOf(spending);
  const share = shareSpent(tokens, limit);
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text size="xl" fw={600}>
        {t("usage.tokens", { tokens: number(tokens) })}
      </Text>
      {share === null || limit === null ? (
        <Text size="sm" c="dimmed">
          {t("usage.noLimit")}
        </Text>
      ) : (
        <>
          <Progress my={6} value={share * 100} color={share >= 0.9 ? "red" : share >= 0.7 ? "yellow" : "teal"} aria-label={title} />
          <Text size="sm" c="dimmed">
            {limit === 0 ? t("usage.switchedOff") : t("usage.ofLimit", { share: percent(share), limit: number(limit) })}
          </Text>
        </>
      )}
      <Text size="sm" mt={4}>
        {t("usage.calls", { calls: number(spending.calls), failed: number(spending.failed_calls) })}
      </Text>
    </Paper>
  );
}
