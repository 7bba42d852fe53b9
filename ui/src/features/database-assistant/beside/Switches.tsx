import { Stack, Switch, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/pieces/Loaded";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { useSwitches, useSwitching } from "../databases";

const switches = ["has_data_check", "has_sql_description", "has_alternative_questions"] as const;

/** Which optional stages make the user's answers; from the next question on. */
export function Switches() {
  const { t } = useTranslation("database-assistant");
  const found = useSwitches();
  const switching = useSwitching();
  const tell = useTroubleNotice();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("switches.text")}
      </Text>
      <Loaded query={found}>
        {(now) =>
          switches.map((name) => (
            <Switch
              key={name}
              size="sm"
              label={t(`switches.${name}`)}
              description={t(`switches.${name}_why`)}
              checked={now[name]}
              onChange={(event) => switching.mutate({ ...now, [name]: event.currentTarget.checked }, { onError: tell })}
            />
          ))
        }
      </Loaded>
    </Stack>
  );
}
