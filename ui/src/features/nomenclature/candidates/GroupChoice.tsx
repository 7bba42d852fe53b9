import { Box, Button, CloseButton, Group, Popover } from "@mantine/core";
import { IconBinaryTree } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { type Group as CatalogueGroup, namesTo, pathTo } from "@/pieces/catalogue/groups";
import { GroupTree } from "@/pieces/catalogue/GroupTree";
import { treeOf } from "@/pieces/catalogue/tree";

/** Room for the tree, which scrolls in it. */
const HEIGHT_PX = 320;

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
  const tree = useMemo(() => (isOpen ? treeOf(groups) : []), [groups, isOpen]);
  const path = chosen === null ? "" : namesTo(chosen, known).join(" › ");
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
          <Box h={HEIGHT_PX}>
            <GroupTree
              tree={tree}
              chosen={chosen}
              path={chosen === null ? [] : pathTo(chosen, known)}
              onChoose={(code) => {
                onChoose(code);
                setOpen(false);
              }}
            />
          </Box>
        </Popover.Dropdown>
      </Popover>
      {chosen !== null && <CloseButton size="sm" aria-label={t("search.anyGroup")} onClick={() => onChoose(null)} />}
    </Group>
  );
}
