import { useDraft } from "@/pieces/useDraft";

/** What is typed of a run that has not begun; it outlives a reload. A file cannot: it is dropped again. */
export type Draft = { names: string; title: string; catalogueId: number | null; candidateCount: number };

const NOTHING: Draft = { names: "", title: "", catalogueId: null, candidateCount: 5 };

export function useRunDraft() {
  const [draft, setDraft] = useDraft<Draft>("nomenclature.run", NOTHING);
  return { draft, change: (changes: Partial<Draft>) => setDraft({ ...draft, ...changes }) };
}

export type DraftHold = ReturnType<typeof useRunDraft>;
