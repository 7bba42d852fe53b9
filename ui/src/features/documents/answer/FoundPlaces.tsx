import { useTranslation } from "react-i18next";

import type { DocumentAnswer } from "./answer";
import { NearPlaces } from "./NearPlaces";
import { QuotationCard } from "./QuotationCard";

type Props = { answer: DocumentAnswer; isWhole: boolean };

/** The quotations that answer, and behind them the places near by. */
export function FoundPlaces({ answer, isWhole }: Props) {
  const { t } = useTranslation("documents");
  const answering = answer.quotations.filter((quotation) => quotation.is_answer);
  const near = answer.quotations.filter((quotation) => !quotation.is_answer);
  return (
    <>
      {answering.map((quotation) => (
        <QuotationCard key={quotation.number} quotation={quotation} answerId={answer.id} isWhole={isWhole} />
      ))}
      <NearPlaces title={t("answer.near", { count: near.length })} quotations={near} answerId={answer.id} />
    </>
  );
}
