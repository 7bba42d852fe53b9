import { Checkbox, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Mode } from "@/api/me";
import { isSlug, slugOf } from "@/language/slug";
import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import { usePlace } from "../place";
import { allModes, useNewTenant } from "./tenants";

type Draft = { name: string; slug: string | null; modes: Mode[] };
const empty: Draft = { name: "", slug: null, modes: [...allModes] };

/** Makes a department with its services, and opens it. */
export function NewTenantDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const [draft, setDraft, clear] = useDraft("admin.tenant", empty);
  const making = useNewTenant();
  const { open } = usePlace();
  const slug = draft.slug ?? slugOf(draft.name);
  const isWrong = slug !== "" && !isSlug(slug);

  async function make() {
    const tenant = await making.done({ name: draft.name, slug, modes: draft.modes });
    clear();
    open("tenants", tenant.id);
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("tenants.new")}
      action={t("tenants.make")}
      onSubmit={make}
      isIncomplete={draft.name.trim() === "" || !isSlug(slug)}
    >
      <TextInput
        label={t("fields.name")}
        placeholder={t("tenants.example")}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t("fields.slug")}
        description={t("tenants.slugRule")}
        required
        value={slug}
        error={isWrong && t("tenants.slugWrong")}
        onChange={(event) => setDraft({ ...draft, slug: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t("tenants.modes")}
        value={draft.modes}
        onChange={(modes) => setDraft({ ...draft, modes: modes as Mode[] })}
      >
        <Group mt={6} gap="md">
          {allModes.map((mode) => (
            <Checkbox key={mode} value={mode} label={t(`modes.${mode}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </FormDialog>
  );
}
