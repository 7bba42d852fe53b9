import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Answer } from "../answer";
import { useFirstQuestions } from "../answers";
import { useDatabase } from "../databases";
import { Offers } from "./Offers";
import { ColouredQuestion } from "./Proof";

type Props = { answer: Answer; onAsk: (question: string) => void; onRephrase: () => void };

/** A question that was not read: why, by which words, and what can be done or asked instead. */
export function Declined({ answer, onAsk, onRephrase }: Props) {
  const { t, i18n } = useTranslation("database-assistant");
  const closest = answer.details.declined?.closest ?? [];
  const reason = answer.details.declined?.reason ?? "other";
  const advice = `declined.${reason}`;
  const isMarked = answer.proof.length > 0 && reason !== "unsure"; // there no word alone is to blame

  return (
    <Alert variant="default" color="orange" role="note" icon={<IconHelpCircle />} title={answer.text ?? t("declined.title")}>
      <Stack gap="sm">
        {isMarked && <ColouredQuestion question={answer.question} proof={answer.proof} />}
        <Text size="sm">{t(i18n.exists(`database-assistant:${advice}`) ? advice : "declined.other")}</Text>
        <Offers title={t("offers.closest")} questions={closest} onAsk={onAsk} isList />
        {closest.length === 0 && <Examples onAsk={onAsk} />}
        <Group>
          <Button size="compact-sm" variant="default" onClick={onRephrase}>
            {t("declined.rephrase")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** What this database does answer. */
function Examples({ onAsk }: Pick<Props, "onAsk">) {
  const { t } = useTranslation("database-assistant");
  const database = useDatabase().data;
  const found = useFirstQuestions(database?.id ?? 0).data ?? [];
  return <Offers title={t("offers.examples")} questions={found.slice(0, 3).map((one) => one.question)} onAsk={onAsk} />;
}
