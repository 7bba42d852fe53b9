import { memo } from "react";

import { type Piece, piecesOf } from "./compare";
import classes from "./candidates.module.css";

/** A name compared with another: what both have is underlined, words and numbers that only this one has are coloured. */
export const NameDifference = memo(function NameDifference({ name, other }: { name: string; other: string }) {
  return <>{piecesOf(name, other).map((piece, place) => drawn(piece, place))}</>;
});

function drawn(piece: Piece, place: number) {
  if (piece.kind === "between") return <span key={place}>{piece.text}</span>;
  return (
    <mark key={place} className={classes.word} data-kind={piece.kind}>
      {piece.text}
    </mark>
  );
}
