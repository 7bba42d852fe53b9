import type { Job } from "@/pieces/useJob";

const stages = ["importing", "embedding", "indexing", "training"] as const;
type Stage = (typeof stages)[number];

/** A stage of an import, and whether it is over. */
export type Step = { stage: Stage; state: "done" | "now" | "later" };

/** The stages of an import in their order; a training has one alone. */
export function stepsOf({ kind, stage }: Pick<Job, "kind" | "stage">): Step[] {
  const all: readonly Stage[] = kind === "import_catalogue" ? stages : ["training"];
  const now = all.findIndex((one) => one === stage);
  return all.map((one, place) => ({ stage: one, state: place < now ? "done" : place === now ? "now" : "later" }));
}
