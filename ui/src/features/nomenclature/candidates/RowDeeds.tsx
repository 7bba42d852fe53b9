import { Button, Group, Kbd } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { itemToAccept, type Row, type Said } from "../deciding/decided";

/** What can be said of a row without looking further, each with its key. */
export function RowDeeds({ row, onSay }: { row: Row; onSay: (said: Said) => void }) {
  const { t } = useTranslation("nomenclature");
  const say = (decision: Said["decision"]) => () => onSay({ decision, itemId: null });
  return (
    <Group gap={6}>
      <Button
        size="xs"
        disabled={itemToAccept(row) === null}
        onClick={say("accepted")}
        rightSection={<Kbd size="xs" visibleFrom="md">Enter</Kbd>}
      >
        {t("panel.accept")}
      </Button>
      <Button size="xs" variant="default" onClick={say("no_such_item")} rightSection={<Kbd size="xs" visibleFrom="md">X</Kbd>}>
        {t("panel.none")}
      </Button>
      {row.decision !== "needs_review" && (
        <Button size="xs" variant="subtle" onClick={say("needs_review")} rightSection={<Kbd size="xs" visibleFrom="md">R</Kbd>}>
          {t("panel.review")}
        </Button>
      )}
    </Group>
  );
}
