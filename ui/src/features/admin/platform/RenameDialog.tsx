import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  name: string;
  onRename: (name: string) => Promise<unknown>;
};

/** Another name for what has one. */
export function RenameDialog({ opened, onClose, title, name, onRename }: Props) {
  const { t } = useTranslation("admin");
  const [typed, setTyped] = useState<string | null>(null);
  const next = (typed ?? name).trim();

  async function rename() {
    await onRename(next);
    setTyped(null);
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={title}
      action={t("actions.rename")}
      onSubmit={rename}
      isIncomplete={next === "" || next === name}
    >
      <TextInput
        label={t("fields.name")}
        required
        maxLength={200}
        data-autofocus
        value={typed ?? name}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
