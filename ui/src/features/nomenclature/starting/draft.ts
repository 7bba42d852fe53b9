import { useEffect, useEffectEvent } from "react";

import { useDraft } from "@/pieces/useDraft";

import { useGo, usePlace } from "../place";

/** What is typed of a run that has not begun; it outlives a reload. A file cannot: it is dropped again. */
type Draft = { names: string; title: string; catalogueId: number | null; candidateCount: number };

const NOTHING: Draft = { names: "", title: "", catalogueId: null, candidateCount: 5 };

export function useRunDraft() {
  const [draft, setDraft] = useDraft<Draft>("nomenclature.run", NOTHING);
  const { catalogue } = usePlace();
  const go = useGo();

  // Whoever comes from a catalogue has chosen it; the address has told so once, and another may be chosen then.
  const take = useEffectEvent((catalogueId: number) => {
    setDraft({ ...draft, catalogueId });
    go({ isNew: true }, true);
  });
  useEffect(() => {
    if (catalogue !== undefined) take(catalogue);
  }, [catalogue]);

  return { draft, change: (changes: Partial<Draft>) => setDraft({ ...draft, ...changes }) };
}

export type DraftHold = ReturnType<typeof useRunDraft>;
