import { Button, CloseButton, Group, Popover, ScrollArea } from "@mantine/core";
import { IconBinaryTree } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { type Group as CatalogueGroup, pathOf } from "../catalogue";
import { GroupTree } from "./GroupTree";

type Props = {
  groups: readonly CatalogueGroup[];
  chosen: string | null;
  onChoose: (code: string | null) => void;
};

/** The group that is looked in: chosen in the catalogue's tree, which is drawn only while it is open. */
export function GroupChoice({ groups, chosen, onChoose }: Props) {
  const { t } = useTranslation("nomenclature");
  const [isOpen, setOpen] = useState(false);
  const known = useMemo(() => new Map(groups.map((group) => [group.code, group])), [groups]);
  const path = chosen === null ? "" : pathOf(chosen, known).join(" › ");
  return (
    <Group gap={4} wrap="nowrap">
      <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-start" shadow="md" trapFocus withinPortal>
        <Popover.Target>
          <Button
            size="xs"
            variant={chosen === null ? "default" : "light"}
            fw={400}
            leftSection={<IconBinaryTree size={14} />}
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            styles={{ root: { minWidth: 0 } }}
            title={path}
          >
            {path || t("search.group")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <ScrollArea.Autosize mah={320}>
            <GroupTree
              groups={groups}
              chosen={chosen}
              onChoose={(code) => {
                onChoose(code);
                setOpen(false);
              }}
            />
          </ScrollArea.Autosize>
        </Popover.Dropdown>
      </Popover>
      {chosen !== null && <CloseButton size="sm" aria-label={t("search.anyGroup")} onClick={() => onChoose(null)} />}
    </Group>
  );
}
