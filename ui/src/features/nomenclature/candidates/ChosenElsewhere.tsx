import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Row } from "../deciding/decided";
import { ItemName } from "../review/ItemName";

/** The accepted item, where it is none of the candidates. */
export function ChosenElsewhere({ row, catalogueId }: { row: Row; catalogueId: number }) {
  const { t } = useTranslation("nomenclature");
  const isThere = row.candidates.some((one) => one.item_id === row.item_id);
  if (row.decision !== "accepted" || row.item_id === null || isThere) return null;
  return (
    <Text size="sm">
      {t("panel.chosenElsewhere")}:{" "}
      <b>
        <ItemName row={row} catalogueId={catalogueId} />
      </b>
    </Text>
  );
}
