import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { FormDialog } from "@/pieces/FormDialog";

type Props = {
  title: string;
  name: string;
  onName: (name: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks for the name of a document or a folder. */
export function NameDialog({ title, name, onName, onClose }: Props) {
  const { t } = useTranslation(["documents", "translation"]);
  const [text, setText] = useState(name);
  const wanted = text.trim();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      action={t("translation:actions.save")}
      isIncomplete={!wanted || wanted === name}
      onSubmit={() => onName(wanted)}
      size="sm"
    >
      <TextInput
        label={t("library.name")}
        value={text}
        maxLength={255}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
