import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Field, fields } from "./columns";

type Props = { column: string; field: Field | null; onChange: (field: Field | null) => void };

/** What a column is taken for. */
export function FieldChoice({ column, field, onChange }: Props) {
  const { t } = useTranslation("catalogues");
  return (
    <Select
      size="xs"
      aria-label={t("imports.columnIs", { column })}
      placeholder={t("imports.leftOut")}
      data={fields.map((one) => ({ value: one, label: t(`field.${one}`) }))}
      value={field}
      onChange={onChange}
      clearable
      comboboxProps={{ width: 220, position: "bottom-start" }}
    />
  );
}
