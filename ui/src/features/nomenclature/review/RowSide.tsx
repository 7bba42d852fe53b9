import { Drawer, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { RefObject } from "react";

import { RowPanel } from "../candidates/RowPanel";
import type { Row, Said } from "../deciding/decided";
import type { Run } from "../runs/runs";
import classes from "./review.module.css";

type Props = {
  isOpen: boolean;
  label: string;
  run: Run;
  row: Row | undefined;
  said: ReadonlyMap<number, Said>;
  searchField: RefObject<HTMLInputElement | null>;
  onSay: (row: Row, said: Said) => void;
  onMove: (by: number) => void;
  onClose: () => void;
};

/** Whether there is room for the open row beside the table. */
export function useIsWide(): boolean {
  return useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
}

/** The open row beside the table, or over it on a narrow screen. */
export function RowSide({ isOpen, label, run, row, said, searchField, onSay, onMove, onClose }: Props) {
  const isWide = useIsWide();
  const panel = row ? (
    <RowPanel
      run={run}
      row={row}
      isWaiting={said.has(row.number)}
      searchField={searchField}
      onSay={(what) => onSay(row, what)}
      onMove={onMove}
      onClose={onClose}
    />
  ) : (
    <Skeleton h={240} />
  );
  if (!isWide) {
    return (
      <Drawer opened={isOpen} onClose={onClose} position="bottom" size="85%" withCloseButton={false} aria-label={label}>
        {panel}
      </Drawer>
    );
  }
  if (!isOpen) return null;
  return (
    <aside className={classes.aside} aria-label={label}>
      {panel}
    </aside>
  );
}
