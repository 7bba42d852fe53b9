import { Text } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { number } from "@/language/numbers";

import { SearchField } from "../SearchField";
import "../words";
import { branchesWith, type Line, linesOf, type Node, opened } from "./tree";
import classes from "./tree.module.css";

const LINE_HEIGHT = 30;
const INDENT = 14;

type Props = {
  tree: Node[];
  /** The chosen group, none for all; `path` leads to it from the root. */
  chosen: string | null;
  path: readonly string[];
  onChoose: (code: string | null) => void;
};

/**
 * The groups with the number of their items: only the lines in sight are drawn, however many there are. Arrows move
 * through it, → and ← open and close, Enter chooses. Typing leaves the branches that hold the words.
 */
export function GroupTree({ tree, chosen, path, onChoose }: Props) {
  const { t } = useTranslation("pieces");
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(path.slice(0, -1)));
  const lines = useMemo(() => {
    const shown = branchesWith(tree, typed);
    const isSearched = typed.trim() !== "";
    const found = isSearched ? opened(shown, typed) : new Set<string>();
    // While searching, a group stands open where it leads to what was found, or where it was turned by hand.
    return linesOf(shown, (code) => (isSearched ? found.has(code) !== open.has(`?${code}`) : open.has(code)));
  }, [tree, typed, open]);

  function turn(code: string) {
    const key = typed.trim() === "" ? code : `?${code}`;
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  }

  return (
    <div className={classes.whole}>
      <SearchField mb={6} label={t("groups.find")} value={typed} onChange={setTyped} />
      <Lines lines={lines} chosen={chosen} onChoose={onChoose} onTurn={turn} />
      {lines.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t("groups.none")}
        </Text>
      )}
    </div>
  );
}

type LinesProps = Pick<Props, "chosen" | "onChoose"> & { lines: Line[]; onTurn: (code: string) => void };

function Lines({ lines, chosen, onChoose, onTurn }: LinesProps) {
  const { t } = useTranslation("pieces");
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(chosen);
  const at = Math.max(0, lines.findIndex((line) => line.node.code === focused));
  // eslint-disable-next-line react-hooks/incompatible-library
  const view = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
  });

  const chosenAt = lines.findIndex((line) => line.node.code === chosen);
  useEffect(() => {
    if (chosenAt >= 0) view.scrollToIndex(chosenAt, { align: "auto" });
    // Only when another group is chosen: what is opened by hand must not jump away.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);

  function move(place: number) {
    const line = lines[Math.min(Math.max(place, 0), lines.length - 1)];
    if (!line) return;
    setFocused(line.node.code);
    view.scrollToIndex(lines.indexOf(line), { align: "auto" });
  }

  function onKeyDown(event: KeyboardEvent) {
    const line = lines[at];
    if (!line) return;
    const deeds: Record<string, () => void> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Home: () => move(0),
      End: () => move(lines.length - 1),
      Enter: () => onChoose(line.node.code),
      " ": () => onChoose(line.node.code),
      ArrowRight: () => (line.isOpen ? move(at + 1) : line.node.children.length > 0 && onTurn(line.node.code)),
      ArrowLeft: () => (line.isOpen ? onTurn(line.node.code) : move(parentAt(lines, at))),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  return (
    <div
      ref={box}
      className={classes.tree}
      role="tree"
      tabIndex={lines.length === 0 ? -1 : 0}
      aria-label={t("groups.label")}
      aria-activedescendant={lines[at] ? `${id}${lines[at].node.code}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: view.getTotalSize(), position: "relative" }}>
        {view.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const { node, level, isOpen } = line;
          return (
            <div
              key={node.code}
              id={`${id}${node.code}`}
              role="treeitem"
              aria-level={level}
              aria-posinset={line.place}
              aria-setsize={line.siblings}
              aria-selected={node.code === chosen}
              aria-expanded={node.children.length > 0 ? isOpen : undefined}
              aria-label={t("groups.of", { name: node.label, count: node.count })}
              data-focused={index === at || undefined}
              className={classes.line}
              style={{ transform: `translateY(${start}px)`, height: LINE_HEIGHT, paddingInlineStart: (level - 1) * INDENT }}
              title={node.label === node.code ? node.code : `${node.code} · ${node.label}`}
              onClick={() => {
                setFocused(node.code);
                onChoose(node.code);
                if (!isOpen && node.children.length > 0) onTurn(node.code);
              }}
            >
              <Opener hasChildren={node.children.length > 0} isOpen={isOpen} onTurn={() => onTurn(node.code)} />
              <span className={classes.name}>{node.label}</span>
              <span className={classes.count}>{number(node.count)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The arrow opens and closes without choosing; the keyboard has → and ← for it. */
function Opener({ hasChildren, isOpen, onTurn }: { hasChildren: boolean; isOpen: boolean; onTurn: () => void }) {
  if (!hasChildren) return <span className={classes.opener} aria-hidden />;
  return (
    <span
      className={classes.opener}
      aria-hidden
      data-open={isOpen || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onTurn();
      }}
    >
      <IconChevronRight size={14} />
    </span>
  );
}

function parentAt(lines: readonly Line[], at: number): number {
  const level = lines[at]?.level ?? 1;
  for (let place = at - 1; place >= 0; place--) if ((lines[place]?.level ?? level) < level) return place;
  return at;
}
