import { Alert, Button, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";
import { Trouble } from "@/pieces/Trouble";

type Props = { error: unknown; onAgain?: () => void };

/** What went wrong with a query, by what rule the guard refused it, and what to do: in the language of the page. */
export function AnswerTrouble({ error, onAgain }: Props) {
  const { t } = useTranslation("database-assistant");
  const told = useAnswerTroubleWords()(error);
  if (told === null) return <Trouble error={error} {...(onAgain ? { onAgain } : {})} />;
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle />} title={told.title} role="alert">
      <Text size="sm">{told.advice}</Text>
      {told.piece && (
        <Text size="sm" ff="monospace" mt={4} style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
          {told.piece}
        </Text>
      )}
      {onAgain && (
        <Button mt="xs" size="xs" variant="light" color="red" onClick={onAgain}>
          {t("askAgain")}
        </Button>
      )}
    </Alert>
  );
}

type Told = { title: string; advice: string; piece: string };

/** `null`: nothing is known of this problem here. */
function useAnswerTroubleWords(): (error: unknown) => Told | null {
  const { t, i18n } = useTranslation("database-assistant");
  const has = (key: string) => i18n.exists(`database-assistant:${key}`);
  return (error) => {
    if (!(error instanceof Refused) || !has(`troubles.${error.slug}.title`)) return null;
    const { reason, piece, message, timeout_seconds: seconds } = error.problem;
    const rule = `refusals.${String(reason)}`;
    const isRefusal = error.slug === "query-refused" && has(rule);
    return {
      title: t(`troubles.${error.slug}.title`),
      advice: isRefusal ? t(rule) : t(`troubles.${error.slug}.advice`, { seconds }),
      piece: textOf(piece) || textOf(message),
    };
  };
}

function textOf(member: unknown): string {
  return typeof member === "string" ? member : "";
}
