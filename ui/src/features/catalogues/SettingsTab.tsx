import { Alert, Button, Divider, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { percent } from "@/language/numbers";
import { Trouble } from "@/pieces/Trouble";

import { type Catalogue, useChangeCatalogue, useDeleteCatalogue, useRights } from "./catalogues";
import { useGo } from "./place";

/** The name of a catalogue, when a person looks at a row, and the end of it. */
export function SettingsTab({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation("catalogues");
  const { isAdmin } = useRights();
  const [isLeaving, setLeaving] = useState(false);
  if (!isAdmin) return <Alert color="gray">{t("settings.onlyAdmin")}</Alert>;
  return (
    <Stack maw={520}>
      <SettingsForm catalogue={catalogue} />
      <Divider />
      <Title order={2} size="h5">
        {t("settings.delete")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("settings.deleteTells")}
      </Text>
      <Button color="red" variant="light" w="fit-content" onClick={() => setLeaving(true)}>
        {t("settings.delete")}
      </Button>
      {isLeaving && <DeleteCatalogue catalogue={catalogue} onClose={() => setLeaving(false)} />}
    </Stack>
  );
}

function SettingsForm({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const changing = useChangeCatalogue(catalogue.id);
  const [name, setName] = useState(catalogue.name);
  const [high, setHigh] = useState(Math.round(catalogue.accept_from * 100));
  const [low, setLow] = useState(Math.round(catalogue.no_item_below * 100));
  const isCrossed = low > high;

  function submit(event: FormEvent) {
    event.preventDefault();
    const changes = { name: name.trim(), accept_from: high / 100, no_item_below: low / 100 };
    changing.mutate(changes, { onSuccess: () => notifications.show({ message: t("settings.saved") }) });
  }

  return (
    <Stack component="form" onSubmit={submit}>
      <TextInput label={t("settings.name")} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} required />
      <Text fw={600} size="sm">
        {t("settings.thresholds")}
      </Text>
      <Text size="sm" c="dimmed" mt={-8}>
        {t("settings.thresholdsTell")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: "end" }}>
        <Share label={t("settings.acceptFrom")} value={high} onChange={setHigh} />
        <Share label={t("settings.noItemBelow")} value={low} onChange={setLow} />
      </SimpleGrid>
      {isCrossed && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t("settings.crossed")}
        </Text>
      )}
      {!isCrossed && (
        <Text size="sm" c="dimmed">
          {t("settings.between", { low: percent(low / 100), high: percent(high / 100) })}
        </Text>
      )}
      {changing.error && <Trouble error={changing.error} />}
      <Button type="submit" w="fit-content" loading={changing.isPending} disabled={isCrossed || name.trim() === ""}>
        {t("translation:actions.save")}
      </Button>
    </Stack>
  );
}

type ShareProps = { label: string; value: number; onChange: (value: number) => void };

/** A share in percent, 0…100. */
function Share({ label, value, onChange }: ShareProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={(told) => typeof told === "number" && onChange(told)}
      min={0}
      max={100}
      clampBehavior="strict"
      allowDecimal={false}
      suffix=" %"
    />
  );
}

function DeleteCatalogue({ catalogue, onClose }: { catalogue: Catalogue; onClose: () => void }) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const go = useGo();
  const deleting = useDeleteCatalogue();
  const [typed, setTyped] = useState("");
  return (
    <Modal opened onClose={onClose} title={t("settings.deleteSure", { name: catalogue.name })}>
      <Stack>
        <Text size="sm">{t("settings.deleteTells")}</Text>
        <TextInput
          label={t("settings.deleteType", { slug: catalogue.slug })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        {deleting.error && <Trouble error={deleting.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("translation:actions.cancel")}
          </Button>
          <Button
            color="red"
            disabled={typed !== catalogue.slug}
            loading={deleting.isPending}
            onClick={() => deleting.mutate(catalogue.id, { onSuccess: () => go({}) })}
          >
            {t("translation:actions.delete")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
