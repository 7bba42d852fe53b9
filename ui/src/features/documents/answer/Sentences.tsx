import { Text, Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Quotation, Sentence } from "./answer";
import classes from "./answer.module.css";
import { Citation } from "./Citation";

type Props = { sentences: Sentence[]; quotations: Quotation[]; answerId: number | null };

/** What a language model said, each sentence with the quotations it rests on; what nothing supports is marked. */
export function Sentences({ sentences, quotations, answerId }: Props) {
  return (
    <Text component="div" className={classes.sentence ?? ""}>
      {sentences.map((sentence, index) => (
        <span key={index}>
          <SaidText sentence={sentence} />
          {citedBy(sentence, quotations).map((quotation) => (
            <Citation key={quotation.number} quotation={quotation} answerId={answerId} />
          ))}{" "}
        </span>
      ))}
    </Text>
  );
}

function SaidText({ sentence }: { sentence: Sentence }) {
  const { t } = useTranslation("documents");
  if (sentence.support === "supported") return <>{sentence.text} </>;
  const isUnsupported = sentence.support === "unsupported";
  const reason = t(isUnsupported ? "answer.unsupported" : "answer.partly");
  const missing = sentence.missing.length > 0 ? ` ${t("answer.missing", { words: sentence.missing.join(", ") })}` : "";
  return (
    <Tooltip label={reason + missing} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <span tabIndex={0} className={classes.unsupported}>
        {sentence.text} {isUnsupported && <IconAlertTriangle size={14} color="var(--mantine-color-orange-6)" role="img" aria-label={reason} />}
      </span>
    </Tooltip>
  );
}

/** The quotations of a sentence: told with it while the answer is made, else found by their numbers. */
function citedBy(sentence: Sentence, quotations: Quotation[]): Quotation[] {
  if (sentence.cited) return sentence.cited;
  return sentence.quotations.flatMap((number) => quotations.find((quotation) => quotation.number === number) ?? []);
}
