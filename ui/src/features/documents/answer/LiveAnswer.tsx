import { Stack } from "@mantine/core";

import type { LiveProps } from "@/chat/assistant";

import type { Quotation, Sentence } from "./answer";
import { QuotationCard } from "./QuotationCard";
import { Sentences } from "./Sentences";

/** Quotations stand as soon as they are found; the sentences of a language model come above them one by one. */
export function LiveAnswer({ asking }: LiveProps) {
  const found = asking.stages.find((stage) => stage.stage === "quotations")?.result.quotations as Quotation[] | undefined;
  const sentences = asking.sentences as unknown as Sentence[];
  const quotations = (found ?? []).filter((quotation) => quotation.is_answer);
  return (
    <Stack gap="sm" aria-live="polite">
      {sentences.length > 0 && <Sentences sentences={sentences} quotations={found ?? []} answerId={asking.answerId} />}
      {quotations.map((quotation) => (
        <QuotationCard key={quotation.number} quotation={quotation} answerId={asking.answerId} />
      ))}
    </Stack>
  );
}
