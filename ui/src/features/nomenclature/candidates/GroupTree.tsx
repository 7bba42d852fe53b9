import { ActionIcon, getTreeExpandedState, TextInput, Tree, type TreeNodeData, useTree } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { type Group, treeOf } from "../catalogue";
import classes from "./tree.module.css";

/** Fewer letters would open most of the tree. */
const LEAST_LETTERS = 3;

type Props = { groups: readonly Group[]; chosen: string | null; onChoose: (code: string) => void };

/** The catalogue's groups: an arrow opens a branch, a name chooses it. Typing leaves the branches that hold the words. */
export function GroupTree({ groups, chosen, onChoose }: Props) {
  const { t } = useTranslation("nomenclature");
  const [typed, setTyped] = useState("");
  const tree = useMemo(() => treeOf(groups), [groups]);
  const isSearched = typed.trim().length >= LEAST_LETTERS;
  const shown = useMemo(() => (isSearched ? branchesWith(tree, typed.trim().toLowerCase()) : tree), [tree, typed, isSearched]);
  const [open, setOpen] = useState<Record<string, boolean>>({});
  const state = useTree({ expandedState: isSearched ? getTreeExpandedState(shown, "*") : open, onExpandedStateChange: setOpen });
  return (
    <>
      <TextInput
        size="xs"
        mb={4}
        aria-label={t("search.findGroup")}
        placeholder={t("search.findGroup")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <Tree
        data={shown}
        tree={state}
        levelOffset="sm"
        expandOnClick={false}
        aria-label={t("search.group")}
        renderNode={({ node, expanded, hasChildren, elementProps, tree: held }) => (
          <div {...elementProps} className={`${elementProps.className} ${classes.node}`}>
            <ActionIcon
              size="xs"
              variant="transparent"
              color="gray"
              tabIndex={-1}
              aria-hidden
              data-hidden={!hasChildren || undefined}
              className={classes.arrow}
              data-open={expanded || undefined}
              onClick={() => held.toggleExpanded(node.value)}
            >
              <IconChevronRight size={14} />
            </ActionIcon>
            <button type="button" className={classes.name} data-chosen={node.value === chosen || undefined} onClick={() => onChoose(node.value)}>
              {node.label}
            </button>
          </div>
        )}
      />
    </>
  );
}

/** The branches whose name, or that of one below them, holds the words. */
export function branchesWith(tree: readonly TreeNodeData[], words: string): TreeNodeData[] {
  return tree.flatMap((node) => {
    if (`${String(node.label)} ${node.value}`.toLowerCase().includes(words)) return [node];
    const children = branchesWith(node.children ?? [], words);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}
