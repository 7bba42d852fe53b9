import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Offers } from "./answer/Offers";
import { useFirstQuestions } from "./answers";
import type { Database } from "./databases";

type Props = { database: Database; onAsk: (question: string) => void };

/** Before the first question: what can be asked, and questions to begin with that this database surely answers. */
export function Welcome({ database, onAsk }: Props) {
  const { t } = useTranslation("database-assistant");
  const found = useFirstQuestions(database.id);
  const questions = found.data?.map((one) => one.question) ?? [];
  return (
    <Stack maw={560} w="100%" gap="lg">
      <div>
        <Title order={1} size="h3">
          {t("welcome.title")}
        </Title>
        <Text c="dimmed" size="sm">
          {t("welcome.text")}
        </Text>
      </div>
      {found.isPending && <Skeleton h={96} />}
      <Offers title={t("welcome.examples")} questions={questions} onAsk={onAsk} />
      {found.data && questions.length === 0 && (
        <Text c="dimmed" size="sm">
          {t("welcome.noExamples")}
        </Text>
      )}
    </Stack>
  );
}
