import { Alert, Button, Progress, Text } from "@mantine/core";
import { IconClockHour4, IconPlayerStop, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Refused, type Problem } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

import { type DocumentAnswer, placesOf, type Readiness } from "./answer";
import { FoundPlaces } from "./FoundPlaces";
import { NearPlaces } from "./NearPlaces";

type Props = { answer: DocumentAnswer; onAsk: (query: string) => void };

/** There is no answer: because the documents do not say it, because they are not read, because something broke. */
export function AbsentAnswer({ answer, onAsk }: Props) {
  const { t } = useTranslation("documents");
  const closest = placesOf(answer);
  const onAgain = () => onAsk(answer.question);
  return (
    <>
      <Reason answer={answer} onAgain={onAgain} />
      {answer.quotations.length > 0 ? ( // found before somebody stopped it, or something broke
        <FoundPlaces answer={answer} isWhole />
      ) : (
        <NearPlaces title={t("answer.closest", { count: closest.length })} quotations={closest} answerId={answer.id} isOpenAtFirst />
      )}
    </>
  );
}

type ReasonProps = { answer: DocumentAnswer; onAgain: () => void };

function Reason({ answer, onAgain }: ReasonProps) {
  if (answer.state === "not_found") return <NotFound answer={answer} />;
  if (answer.state === "not_ready") return <NotReady answer={answer} onAgain={onAgain} />;
  if (answer.state === "cancelled") return <Cancelled onAgain={onAgain} />;
  return <Trouble error={new Refused(problemOf(answer))} onAgain={onAgain} />;
}

function NotFound({ answer }: { answer: DocumentAnswer }) {
  const { t } = useTranslation("documents");
  return (
    <Alert variant="light" color="gray" icon={<IconSearchOff />} title={answer.text ?? t("answer.notFound")}>
      <Text size="sm" c="dimmed">
        {t("answer.notFoundAdvice")}
      </Text>
    </Alert>
  );
}

function NotReady({ answer, onAgain }: ReasonProps) {
  const { t } = useTranslation("documents");
  return (
    <Alert variant="light" color="yellow" icon={<IconClockHour4 />} title={t("answer.notReady")}>
      <Text size="sm">{answer.text}</Text>
      {answer.readiness && answer.readiness.page_count > 0 && <ReadPages readiness={answer.readiness} />}
      <Button mt="xs" size="xs" variant="light" color="yellow" onClick={onAgain}>
        {t("answer.again")}
      </Button>
    </Alert>
  );
}

function ReadPages({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation("documents");
  const { ready_page_count: ready, page_count: total } = readiness;
  return (
    <>
      <Progress value={(100 * ready) / total} color="yellow" size="sm" mt="xs" aria-label={t("answer.readPages", { ready, total })} />
      <Text size="xs" c="dimmed">
        {t("answer.readPages", { ready, total })}
      </Text>
    </>
  );
}

function Cancelled({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("documents");
  return (
    <Alert variant="light" color="gray" icon={<IconPlayerStop />} title={t("answer.cancelled")}>
      <Button size="xs" variant="light" color="gray" onClick={onAgain}>
        {t("answer.again")}
      </Button>
    </Alert>
  );
}

/** The problem that is kept with the answer, as the server would have told it. */
function problemOf(answer: DocumentAnswer): Problem {
  const kept = (answer.problem ?? {}) as Partial<Problem>;
  return { type: "about:blank", title: answer.text ?? "", ...kept, status: 500 };
}
