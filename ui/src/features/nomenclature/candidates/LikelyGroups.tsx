import { Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { percent } from "@/language/numbers";
import { type Group as CatalogueGroup, labelOf, namesTo } from "@/pieces/catalogue/groups";

import type { Row } from "../deciding/decided";

/** A group less likely than this is not worth a look. */
const LEAST = 0.01;

type Props = { row: Row; groups: ReadonlyMap<string, CatalogueGroup>; onGroup: (code: string) => void };

/** The groups the name may belong to; a click looks among the items of one. */
export function LikelyGroups({ row, groups, onGroup }: Props) {
  const { t } = useTranslation("nomenclature");
  const likely = row.groups.filter((guess) => guess.confidence >= LEAST);
  if (likely.length === 0) return null;
  return (
    <Group gap={8}>
      <Text size="xs" fw={600}>
        {t("panel.likelyGroups")}:
      </Text>
      {likely.map((guess) => (
        <Anchor
          key={guess.code}
          component="button"
          type="button"
          size="xs"
          title={namesTo(guess.code, groups).join(" › ")}
          onClick={() => onGroup(guess.code)}
        >
          {labelOf(guess)} {percent(guess.confidence)}
        </Anchor>
      ))}
    </Group>
  );
}
