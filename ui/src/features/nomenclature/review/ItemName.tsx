import { useTranslation } from "react-i18next";

import { useItem } from "../catalogue";
import type { Row } from "../deciding/decided";

type Props = { row: Row; catalogueId: number };

/** The item a row has, or the best one found for it; an item chosen in the catalogue is asked for by its id. */
export function ItemName({ row, catalogueId }: Props) {
  const { t } = useTranslation("nomenclature");
  if (row.decision === "no_such_item" || row.decision === "pending") return <>—</>;
  const shown = row.candidates.find((one) => one.item_id === row.item_id) ?? (row.item_id === null ? row.candidates[0] : undefined);
  if (shown) return <>{shown.name}</>;
  if (row.item_id === null) return <>{t("review.noItem")}</>;
  return <ItemElsewhere itemId={row.item_id} catalogueId={catalogueId} />;
}

function ItemElsewhere({ itemId, catalogueId }: { itemId: number; catalogueId: number }) {
  const { t } = useTranslation("nomenclature");
  const item = useItem(catalogueId, itemId);
  if (item.data) return <>{item.data.name}</>;
  return <>{t(item.isError ? "review.deletedItem" : "review.unknownItem", { id: itemId })}</>;
}
