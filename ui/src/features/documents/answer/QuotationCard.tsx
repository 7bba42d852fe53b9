import { Group, Text, UnstyledButton } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useViewing } from "../viewing";
import type { Quotation } from "./answer";
import classes from "./answer.module.css";

type Props = { quotation: Quotation; answerId: number | null; isWhole?: boolean };

/** Words of a document with the place they are from; opens that place. */
export function QuotationCard({ quotation, answerId, isWhole = false }: Props) {
  const { t } = useTranslation("documents");
  const { shown, openQuotation } = useViewing();
  const isShown = shown !== null && shown.answerId === answerId && shown.number === quotation.number;
  return (
    <UnstyledButton
      className={classes.quotation ?? ""}
      data-near={!quotation.is_answer || undefined}
      data-shown={isShown || undefined}
      onClick={() => openQuotation(quotation, answerId)}
    >
      <Text size="sm" className={classes.quoted ?? ""} {...(isWhole ? {} : { lineClamp: 4 })}>
        {quotation.text}
      </Text>
      <Group gap={6} wrap="nowrap" mt={4} c="dimmed">
        <Text size="xs" fw={600}>
          {quotation.number}
        </Text>
        <IconFileText size={14} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="xs" truncate title={tellPlace(quotation)}>
          {quotation.document_name}
        </Text>
        <Text size="xs" style={{ whiteSpace: "nowrap" }}>
          {t("answer.page", { page: labelOf(quotation) })}
        </Text>
      </Group>
    </UnstyledButton>
  );
}

/** The document and the headings that the place stands under. */
function tellPlace(quotation: Quotation): string {
  return [quotation.document_name, ...quotation.headings].join(" › ");
}

/** What the document itself calls the page, where it does, such as a sheet's name. */
function labelOf(quotation: Quotation): string {
  return quotation.pages.find((page) => page.number === quotation.page)?.label || String(quotation.page);
}
