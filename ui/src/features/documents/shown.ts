import { useCallback, useState } from "react";

import { useAnswer } from "@/chat/answers";

import { type DocumentAnswer, placesOf, type Quotation } from "./answer/answer";
import { documentAssistant } from "./answer/assistant";
import type { Place, PlaceChange } from "./place";

type Shown = { quotation: Quotation; answerId: number | null };

/**
 * The quotation that is highlighted. What was clicked is remembered as it was (while an answer is being made, its
 * quotations are told one by one); after a reload it is found in the answer that the address names.
 */
export function useShownQuotation(place: Place, go: (change: PlaceChange, replace?: boolean) => void) {
  const [clicked, setClicked] = useState<Shown | null>(null);
  const answer = useAnswer(documentAssistant, place.answer ?? null).data;
  const isClicked = clicked?.answerId === (place.answer ?? null) && clicked.quotation.number === place.quotation;

  const open = useCallback(
    (quotation: Quotation, answerId: number | null) => {
      setClicked({ quotation, answerId });
      const { document_id, page, number } = quotation;
      go({ document: document_id, page, answer: answerId, quotation: number });
    },
    [go],
  );

  const found = isClicked ? clicked.quotation : quotationOf(answer, place.quotation);
  const quotation = found?.document_id === place.document ? found : null;
  return { quotation: quotation ?? null, quotations: answer ? placesOf(answer) : [], open };
}

function quotationOf(answer: DocumentAnswer | undefined, number: number | undefined): Quotation | undefined {
  return answer && placesOf(answer).find((quotation) => quotation.number === number);
}
