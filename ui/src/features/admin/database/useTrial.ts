import { useState } from "react";

import { api, given, type Schemas } from "@/api/client";

import { type Rights, rightsOf } from "./rights";

/** Tries an address without saving it, and keeps what came of it until the address is changed. */
export function useTrial() {
  const [isBusy, setBusy] = useState(false);
  const [rights, setRights] = useState<Rights | null>(null);
  const [error, setError] = useState<unknown>(null);

  function forget() {
    setRights(null);
    setError(null);
  }

  /** What the role may do; null where the database was not reached. */
  async function tryOut(address: Schemas["Address"]): Promise<Rights | null> {
    forget();
    setBusy(true);
    try {
      const found = rightsOf((await given(api.POST("/api/v1/databases/check", { body: address }))).rights);
      setRights(found);
      return found;
    } catch (caught) {
      setError(caught);
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, rights, error, tryOut, forget };
}
