import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";

import { api, given, type Schemas } from "@/api/client";
import { useMe } from "@/api/me";
import { onSessionChange } from "@/api/session";
import { useLeaveWarning } from "@/pieces/useLeaveWarning";

import type { SaidOf } from "./decided";
import { Outbox, type Waiting } from "./outbox";
import { Sender } from "./sending";

type Line = { outbox: Outbox; sender: Sender };

/** One line to the server for each user and department of this tab: it goes on sending when the room is left. */
const lines = new Map<string, Line>();

export type Decisions = ReturnType<typeof useOutbox>;

/** Decisions of the signed-in person on their way to the server. */
export function useOutbox() {
  const me = useMe().data;
  const userId = me?.id ?? 0;
  const owner = `${userId}.${me?.current_tenant_id ?? 0}`;
  const { outbox, sender } = useMemo(() => lineOf(owner), [owner]);
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  useEffect(() => wakeWithTheWorld(sender), [sender]);
  useLeaveWarning(state.waiting.length > 0);

  const say = useCallback(
    (runId: number, said: readonly SaidOf[]) => {
      outbox.put(said.map((one) => ({ ...one, runId })));
      void sender.send();
    },
    [outbox, sender],
  );
  return {
    ...state,
    userId,
    say,
    onHeard: sender.onHeard,
    sendNow: () => void sender.send(),
    dismissTurnedDown: () => outbox.dismissTurnedDown(),
  };
}

/** What waits for one run, by the number of its row. */
export function useWaitingOf(waiting: readonly Waiting[], runId: number): ReadonlyMap<number, Waiting> {
  return useMemo(
    () => new Map(waiting.filter((one) => one.runId === runId).map((one) => [one.number, one])),
    [waiting, runId],
  );
}

function lineOf(owner: string): Line {
  const known = lines.get(owner);
  if (known) return known;
  const outbox = new Outbox(sessionStorage, `spravka.nomenclature.decisions.${owner}`);
  const line = { outbox, sender: new Sender(outbox, post) };
  lines.set(owner, line);
  return line;
}

async function post(runId: number, said: readonly Waiting[]): Promise<void> {
  const decisions = said.map(
    (one): Schemas["RowDecisionIn"] => ({ number: one.number, decision: one.decision, item_id: one.itemId }),
  );
  const path = { mapping_id: runId };
  await given(api.POST("/api/v1/mappings/{mapping_id}/decisions", { params: { path }, body: { decisions } }));
}

/** Send again when the network is back, or somebody has signed in anew. */
function wakeWithTheWorld(sender: Sender): () => void {
  const send = () => void sender.send();
  send(); // what was left over before a reload
  window.addEventListener("online", send);
  const forget = onSessionChange(send);
  return () => {
    window.removeEventListener("online", send);
    forget();
  };
}
