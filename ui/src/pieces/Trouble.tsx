import { Alert, Button, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Refused } from "@/api/problems";

import classes from "./Trouble.module.css";
import { useTroubleWords } from "./useTroubleWords";

type Props = { error: unknown; onAgain?: () => void };

/** What is wrong with the request itself: the same again would be refused again. */
const FINAL = [400, 413, 415, 422];

/** What happened and what to do, in the user's language where the page knows the problem. */
export function Trouble({ error, onAgain }: Props) {
  const { t } = useTranslation();
  const { title, details, more } = useTroubleWords()(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle />} title={title} role="alert" className={classes.trouble ?? ""}>
      {details.map((detail) => (
        <Text key={detail} size="sm">
          {detail}
        </Text>
      ))}
      {more && (
        <details className={classes.more}>
          <summary>{t("trouble.details")}</summary>
          <Text size="sm" lang="en">
            {more}
          </Text>
        </details>
      )}
      {onAgain && !isFinal(error) && (
        <Button mt="xs" size="xs" variant="light" color="red" onClick={onAgain}>
          {t("trouble.again")}
        </Button>
      )}
    </Alert>
  );
}

function isFinal(error: unknown): boolean {
  return error instanceof Refused && FINAL.includes(error.problem.status);
}
