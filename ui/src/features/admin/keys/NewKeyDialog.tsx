import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";
import { useDraft } from "@/pieces/useDraft";

import { useNewApiKey } from "./keys";
import type { Made } from "./MadeKey";

type Props = { opened: boolean; onClose: () => void; onMade: (made: Made) => void };

/** Makes a key for a machine, named after it. */
export function NewKeyDialog({ opened, onClose, onMade }: Props) {
  const { t } = useTranslation("admin");
  const [name, setName, clear] = useDraft("admin.key", "");
  const making = useNewApiKey();

  async function make() {
    onMade(await making.done({ name: name.trim() }));
    clear();
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("keys.new")}
      action={t("keys.make")}
      onSubmit={make}
      isIncomplete={name.trim() === ""}
    >
      <TextInput
        label={t("fields.name")}
        description={t("keys.nameRule")}
        placeholder="1C"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
