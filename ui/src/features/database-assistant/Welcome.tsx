import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Offers } from "./answer/Offers";
import { useFirstQuestions } from "./answers";

/** Before the first question: what can be asked, and questions to begin with that experts have approved. */
export function Welcome({ onAsk }: { onAsk: (question: string) => void }) {
  const { t } = useTranslation("database-assistant");
  const questions = useFirstQuestions();
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
      <Offers title={t("welcome.examples")} questions={questions.data ?? []} onAsk={onAsk} />
    </Stack>
  );
}
