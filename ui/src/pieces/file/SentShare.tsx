import { Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { percent } from "@/language/numbers";

import "../words";

type Props = { share: number; after: string };

/** How much of a file is sent; `after` says what the server does with it when it has all. */
export function SentShare({ share, after }: Props) {
  const { t } = useTranslation("pieces");
  const isSent = share >= 1;
  const words = isSent ? after : t("file.sending", { share: percent(share) });
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{words}</Text>
      <Progress value={100 * share} animated={isSent} aria-label={words} />
    </Stack>
  );
}
