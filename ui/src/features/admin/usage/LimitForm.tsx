import { Button, Group, NumberInput, Paper, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { SectionHeader } from "@/pieces/SectionHeader";
import { Trouble } from "@/pieces/Trouble";

import { type Limit, useLimitChange } from "./usage";

/** What a department may spend; an empty field is without limit, 0 switches the language model off for it. */
export function LimitForm({ tenantId, limit }: { tenantId: number; limit: Limit }) {
  const { t } = useTranslation("admin");
  const change = useLimitChange(tenantId);
  const [typed, setTyped] = useState<Partial<Limit>>({});
  const wanted = { ...limit, ...typed };

  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await change.done(wanted);
      setTyped({});
      notifications.show({ message: t("saved") });
    } catch {
      // Told below the fields.
    }
  }

  function field(name: keyof Limit) {
    return (
      <NumberInput
        label={t(`usage.limit.${name}`)}
        placeholder={t("usage.limit.none")}
        min={0}
        max={10 ** 15}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=" "
        w={{ base: "100%", xs: 220 }}
        value={wanted[name] ?? ""}
        onChange={(value) => setTyped({ ...typed, [name]: value === "" ? null : Number(value) })}
      />
    );
  }

  return (
    <Paper withBorder p="md">
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <SectionHeader title={t("usage.limit.title")} order={3}>
            {t("usage.limit.about")}
          </SectionHeader>
          <Group align="flex-end">
            {field("tokens_a_day")}
            {field("tokens_a_month")}
            <Button type="submit" loading={change.isBusy} disabled={Object.keys(typed).length === 0}>
              {t("actions.save")}
            </Button>
          </Group>
          {change.error && <Trouble error={change.error} />}
        </Stack>
      </form>
    </Paper>
  );
}
