import { Anchor, Center, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Center mih="60vh">
      <Stack align="center">
        <Text>{t("trouble.notFound")}</Text>
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t("trouble.goHome")}</Anchor>
      </Stack>
    </Center>
  );
}
