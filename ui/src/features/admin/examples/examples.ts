import { api, given, type Schemas } from "@/api/client";
import { useKeysetPages } from "@/pieces/useKeysetPages";

import { useDeed, usePlainDeed } from "../useDeed";

export type Example = Schemas["ExampleOut"];
export type ExampleState = Schemas["ExampleState"];
export const states = ["candidate", "approved", "rejected"] as const satisfies ExampleState[];

const ROOM = ["admin", "examples"];
/** Approved ones are offered as first questions in the database's own room. */
const everything = [ROOM, ["database-assistant"]];
const pathOf = (exampleId: number) => ({ path: { example_id: exampleId } });

export function useExamples(state: ExampleState) {
  return useKeysetPages([...ROOM, state], (query) => given(api.GET("/api/v1/examples", { params: { query: { ...query, state } } })));
}

export function useApproval() {
  return useDeed(
    (exampleId: number) => given(api.POST("/api/v1/examples/{example_id}/approval", { params: pathOf(exampleId) })),
    everything,
  );
}

export function useRejection() {
  return useDeed(
    (exampleId: number) => given(api.POST("/api/v1/examples/{example_id}/rejection", { params: pathOf(exampleId) })),
    everything,
  );
}

export function useExampleRemoval() {
  return useDeed(async (exampleId: number) => {
    await api.DELETE("/api/v1/examples/{example_id}", { params: pathOf(exampleId) });
  }, everything);
}

export function useReplay() {
  return usePlainDeed(() => given(api.POST("/api/v1/examples/replay")), []);
}
