import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { useViewing } from "../viewing";
import type { Quotation } from "./answer";
import classes from "./answer.module.css";

type Props = { quotation: Quotation; answerId: number | null };

/** The number of a quotation; opens its page with the words highlighted. */
export function Citation({ quotation, answerId }: Props) {
  const { t } = useTranslation("documents");
  const { shown, openQuotation } = useViewing();
  const isShown = shown !== null && shown.answerId === answerId && shown.number === quotation.number;
  const name = t("answer.openCitation", { number: quotation.number, document: quotation.document_name, page: quotation.page });
  return (
    <UnstyledButton
      component="button"
      className={classes.citation ?? ""}
      data-shown={isShown || undefined}
      aria-label={name}
      title={name}
      onClick={() => openQuotation(quotation, answerId)}
    >
      {quotation.number}
    </UnstyledButton>
  );
}
