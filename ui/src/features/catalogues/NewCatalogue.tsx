import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { isSlug, slugOf } from "@/language/slug";
import { Trouble } from "@/pieces/Trouble";

import { useMakeCatalogue } from "./catalogues";
import { useGo } from "./place";

/** Makes an empty catalogue and goes to its import. */
export function NewCatalogue({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["catalogues", "translation"]);
  const go = useGo();
  const making = useMakeCatalogue();
  const [name, setName] = useState("");
  const [typedSlug, setSlug] = useState<string | null>(null);
  const slug = typedSlug ?? slugOf(name);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isSlug(slug)) return;
    making.mutate(
      { name: name.trim(), slug },
      { onSuccess: (made) => go({ catalogue: made.id, tab: "imports" }) },
    );
  }

  return (
    <Modal opened onClose={onClose} title={t("making.title")}>
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label={t("making.name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={200}
          data-autofocus
        />
        <TextInput
          label={t("making.slug")}
          description={t("making.slugTells")}
          value={slug}
          onChange={(event) => setSlug(event.currentTarget.value)}
          error={slug !== "" && !isSlug(slug) ? t("making.slugWrong") : null}
          required
          maxLength={63}
        />
        {making.error && <Trouble error={making.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("translation:actions.cancel")}
          </Button>
          <Button type="submit" loading={making.isPending} disabled={name.trim() === "" || !isSlug(slug)}>
            {t("making.make")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
