import { useCallback, useState } from "react";

import { useAnswer } from "@/chat/answers";

import { type DocumentAnswer, placesOf, type Quotation, type WordRange } from "./answer/answer";
import { documentAssistant } from "./answer/assistant";
import type { Go, Place } from "./place";
import { marksOf, marksToText } from "./viewer/marks";

type Clicked = { quotation: Quotation; answerId: number | null };

type Shown = {
  /** Null where something else is marked, or nothing. */
  quotation: Quotation | null;
  /** All of the same answer, one may go on to. */
  quotations: Quotation[];
  marks: WordRange[];
  open: (quotation: Quotation, answerId: number | null) => void;
};

/**
 * What is marked in the open document. The address tells the words themselves, and of whose answer they are a
 * quotation; what was clicked is remembered besides, for an answer that is being made tells its quotations one by one.
 */
export function useShown(place: Place, go: Go): Shown {
  const [clicked, setClicked] = useState<Clicked | null>(null);
  const answer = useAnswer(documentAssistant, place.answer ?? null).data;
  const isClicked = clicked?.answerId === (place.answer ?? null) && clicked.quotation.number === place.quotation;

  const open = useCallback(
    (quotation: Quotation, answerId: number | null) => {
      setClicked({ quotation, answerId });
      const { document_id, page, number, words } = quotation;
      go({ document: document_id, page, words: marksToText(words), answer: answerId, quotation: number, library: null });
    },
    [go],
  );

  const found = isClicked ? clicked.quotation : quotationOf(answer, place.quotation);
  const quotation = found?.document_id === place.document ? (found ?? null) : null;
  return {
    quotation,
    quotations: answer ? placesOf(answer) : [],
    marks: place.words ? marksOf(place.words) : (quotation?.words ?? []),
    open,
  };
}

function quotationOf(answer: DocumentAnswer | undefined, number: number | undefined): Quotation | undefined {
  return answer && placesOf(answer).find((quotation) => quotation.number === number);
}
