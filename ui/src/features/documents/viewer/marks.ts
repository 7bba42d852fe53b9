import type { WordRange } from "../answer/answer";

/** Ranges of words as an address tells them: `2.61-125_3.0-8` are two of pages 2 and 3. */
export function marksToText(marks: WordRange[]): string | null {
  return marks.map(({ page, first, end }) => `${page}.${first}-${end}`).join("_") || null;
}

/** The ranges that such a text tells; what is none is left out. */
export function marksOf(text: string | undefined): WordRange[] {
  return (text ?? "").split("_").flatMap((part) => {
    const [, page, first, end] = (part.match(/^(\d+)\.(\d+)-(\d+)$/) ?? []).map(Number);
    const isRange = page !== undefined && first !== undefined && end !== undefined && first < end;
    return isRange ? [{ page, first, end }] : [];
  });
}
