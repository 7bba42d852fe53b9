import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { number as inFigures } from "@/language/numbers";

import classes from "./candidates.module.css";

type Props = { header: readonly string[]; cells: readonly unknown[]; fileRowNumber: number | null };

/** The row as it stands in the file, folded away; nothing where the name is all there is. */
export function OriginalRow({ header, cells, fileRowNumber }: Props) {
  const { t } = useTranslation("nomenclature");
  if (header.length < 2) return null;
  return (
    <details>
      <Text component="summary" size="xs" c="dimmed">
        {t("panel.original")}
        {fileRowNumber !== null && ` (${t("review.fileRow", { number: inFigures(fileRowNumber) })})`}
      </Text>
      <dl className={classes.cells}>
        {header.map((name, place) => (
          <div key={place} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{cells[place] === null || cells[place] === undefined ? "—" : String(cells[place])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
