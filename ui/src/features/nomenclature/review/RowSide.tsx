import { Drawer, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type RefObject, useDeferredValue } from "react";

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

/**
 * The open row beside the table, or over it on a narrow screen. It follows the cursor a breath later, so that the
 * table moves at once however fast the keys come; what is said here is said of the row that is seen here.
 */
export function RowSide({ isOpen, label, run, row, said, searchField, onSay, onMove, onClose }: Props) {
  const isWide = useIsWide();
  const seen = useDeferredValue(row);
  const panel = seen ? (
    <RowPanel
      key={seen.number}
      run={run}
      row={seen}
      isWaiting={said.has(seen.number)}
      searchField={searchField}
      onSay={(what) => onSay(seen, what)}
      onMove={onMove}
      onClose={onClose}
    />
  ) : (
    <Skeleton h={240} />
  );
  if (!isWide) {
    return (
      <Drawer opened={isOpen} onClose={onClose} position="bottom" size="85%" withCloseButton={false} title={label}>
        {panel}
      </Drawer>
    );
  }
  if (!isOpen) return null;
  return (
    <aside key={seen?.number} className={classes.aside} aria-label={label}>
      {panel}
    </aside>
  );
}
