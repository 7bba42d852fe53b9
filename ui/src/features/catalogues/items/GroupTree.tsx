import { Button, getTreeExpandedState, TextInput, Tree, type TreeNodeData, useTree } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import classes from "./items.module.css";
import { branchesWith } from "./branches";

/** Fewer letters would open most of the tree. */
const LEAST_LETTERS = 3;

type Props = { tree: TreeNodeData[]; chosen: string | null; onChoose: (code: string | null) => void };

/** The groups; a click opens one and shows its items. Typing leaves the branches that hold the words. */
export function GroupTree({ tree, chosen, onChoose }: Props) {
  const { t } = useTranslation("catalogues");
  const [typed, setTyped] = useState("");
  const isSearched = typed.trim().length >= LEAST_LETTERS;
  const shown = useMemo(() => (isSearched ? branchesWith(tree, typed) : tree), [tree, typed, isSearched]);
  const [open, setOpen] = useState<Record<string, boolean>>({});
  const state = useTree({
    expandedState: isSearched ? getTreeExpandedState(shown, "*") : open,
    onExpandedStateChange: setOpen,
  });

  function chooseByKey(event: KeyboardEvent) {
    const code = event.key === "Enter" && event.target instanceof Element && event.target.closest("[data-value]");
    if (code) onChoose(code.getAttribute("data-value"));
  }

  return (
    <>
      <TextInput
        size="xs"
        mb="xs"
        aria-label={t("items.findGroup")}
        placeholder={t("items.findGroup")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button size="compact-sm" variant={chosen === null ? "light" : "subtle"} mb={4} onClick={() => onChoose(null)}>
        {t("items.allGroups")}
      </Button>
      <Tree
        data={shown}
        tree={state}
        levelOffset="sm"
        onKeyDown={chooseByKey}
        aria-label={t("items.groups")}
        renderNode={({ node, expanded, hasChildren, elementProps }) => (
          <div
            {...elementProps}
            className={`${elementProps.className} ${classes.node}`}
            data-open={expanded || undefined}
            data-chosen={node.value === chosen || undefined}
            onClick={(event) => {
              elementProps.onClick(event);
              onChoose(node.value);
            }}
          >
            {hasChildren ? <IconChevronRight size={14} aria-hidden /> : <span className={classes.leaf} />}
            {node.label}
          </div>
        )}
      />
    </>
  );
}
