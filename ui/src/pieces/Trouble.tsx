import { Alert, Button, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Refused, Unreachable } from "@/api/problems";

type Props = { error: unknown; onAgain?: () => void };

/** What happened and what to do, in the user's language where the page knows the problem. */
export function Trouble({ error, onAgain }: Props) {
  const { t, i18n } = useTranslation();
  const known = error instanceof Refused && i18n.exists(`problems.${error.slug}`);
  const title = error instanceof Refused ? (known ? t(`problems.${error.slug}` as never) : error.problem.title) : t("trouble.title");
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle />} title={title} role="alert">
      {error instanceof Unreachable && <Text size="sm">{t("trouble.unreachable")}</Text>}
      {error instanceof Refused && error.problem.detail && <Text size="sm">{error.problem.detail}</Text>}
      {error instanceof Refused && error.problem.status >= 500 && error.problem.request_id && (
        <Text size="sm">{t("trouble.requestId", { id: error.problem.request_id })}</Text>
      )}
      {onAgain && (
        <Button mt="xs" size="xs" variant="light" color="red" onClick={onAgain}>
          {t("trouble.again")}
        </Button>
      )}
    </Alert>
  );
}
