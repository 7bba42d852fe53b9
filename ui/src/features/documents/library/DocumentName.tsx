import { middleCut } from "./cutting";

type Props = { name: string; longest?: number };

/** A name over at most two lines. One that is longer loses its middle: what tells files apart is often at the end. */
export function DocumentName({ name, longest = 56 }: Props) {
  return (
    <span title={name} style={{ overflowWrap: "anywhere" }}>
      {middleCut(name, longest)}
    </span>
  );
}
