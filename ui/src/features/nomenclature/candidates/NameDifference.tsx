import { type Piece, piecesOf } from "./compare";
import classes from "./candidates.module.css";

/** A name with the words marked that another name has too (underlined) and those it has not (dotted). */
export function NameDifference({ name, other }: { name: string; other: string }) {
  return <>{piecesOf(name, other).map((piece, place) => drawn(piece, place))}</>;
}

function drawn(piece: Piece, place: number) {
  if (piece.kind === "between") return <span key={place}>{piece.text}</span>;
  return (
    <mark key={place} className={classes.word} data-kind={piece.kind}>
      {piece.text}
    </mark>
  );
}
