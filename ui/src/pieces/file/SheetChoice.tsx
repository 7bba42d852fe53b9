import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";

import "../words";

type Props = { names: string[]; chosen: string | null; onChoose: (name: string) => void };

/** The sheet that is read, where a file has several. */
export function SheetChoice({ names, chosen, onChoose }: Props) {
  const { t } = useTranslation("pieces");
  if (names.length < 2) return null;
  return (
    <Select
      label={t("file.sheet")}
      data={names}
      value={chosen}
      onChange={(name) => name !== null && onChoose(name)}
      allowDeselect={false}
      w={260}
    />
  );
}
