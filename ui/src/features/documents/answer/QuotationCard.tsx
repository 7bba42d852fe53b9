import { Group, Text, UnstyledButton } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { useViewing } from "../viewing";
import type { Quotation } from "./answer";
import classes from "./answer.module.css";

type Props = {
  quotation: Quotation;
  answerId: number | null;
  isWhole?: boolean;
  /** It does not answer, whatever it was found as. */
  isNear?: boolean;
};

/** Words of a document with the place they are from; opens that place. */
export function QuotationCard({ quotation, answerId, isWhole = false, isNear = !quotation.is_answer }: Props) {
  const { t } = useTranslation("documents");
  const { shown, openQuotation } = useViewing();
  const isShown = shown !== null && shown.answerId === answerId && shown.number === quotation.number;
  return (
    <UnstyledButton
      className={classes.quotation ?? ""}
      data-near={isNear || undefined}
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
          {placeOf(quotation, t)}
        </Text>
      </Group>
    </UnstyledButton>
  );
}

/** The document and the headings that the place stands under. */
function tellPlace(quotation: Quotation): string {
  return [quotation.document_name, ...quotation.headings].join(" › ");
}

/** The page as the document itself calls it, of a workbook the sheet. */
function placeOf({ page, pages }: Quotation, t: TFunction<"documents">): string {
  const shown = pages.find((one) => one.number === page);
  if (shown?.label && shown.width === 0) return t("answer.sheet", { name: shown.label });
  return t("answer.page", { page: shown?.label || page });
}
