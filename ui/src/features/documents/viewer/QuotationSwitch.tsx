import { ActionIcon, Group, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Quotation } from "../answer/answer";

type Props = { quotations: Quotation[]; shown: Quotation; onQuotation: (quotation: Quotation) => void };

/** From one quotation of an answer to the next, whichever document it is of. */
export function QuotationSwitch({ quotations, shown, onQuotation }: Props) {
  const { t } = useTranslation("documents");
  const at = quotations.findIndex((one) => one.number === shown.number);
  const before = quotations[at - 1];
  const after = quotations[at + 1];
  if (at < 0 || quotations.length < 2) return null;
  return (
    <Group gap={4} wrap="nowrap" mb={6}>
      <Text size="xs" c="dimmed" flex={1}>
        {t("viewer.quotation", { number: at + 1, count: quotations.length })}
      </Text>
      <ActionIcon
        variant="default"
        size="sm"
        disabled={!before}
        aria-label={t("viewer.quotationBefore")}
        onClick={() => before && onQuotation(before)}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="sm"
        disabled={!after}
        aria-label={t("viewer.quotationAfter")}
        onClick={() => after && onQuotation(after)}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
    </Group>
  );
}
