import { useCallback, useState } from "react";

/**
 * What is typed into a form, kept through reloads of this tab; `clear` when it is sent. Not for passwords.
 *
 * `const [draft, setDraft, clearDraft] = useDraft("admin.prompt.orders", { text: "" });`
 */
export function useDraft<Draft>(key: string, empty: Draft): [Draft, (draft: Draft) => void, () => void] {
  const [kept, setKept] = useState(() => ({ key, draft: read(key, empty) }));
  // Another form under the same component begins with its own draft.
  if (kept.key !== key) setKept({ key, draft: read(key, empty) });

  const set = useCallback(
    (draft: Draft) => {
      setKept({ key, draft });
      sessionStorage.setItem(underKey(key), JSON.stringify(draft));
    },
    [key],
  );
  const clear = useCallback(() => {
    setKept({ key, draft: empty });
    sessionStorage.removeItem(underKey(key));
  }, [key, empty]);
  return [kept.draft, set, clear];
}

function read<Draft>(key: string, empty: Draft): Draft {
  try {
    const text = sessionStorage.getItem(underKey(key));
    return text === null ? empty : (JSON.parse(text) as Draft);
  } catch {
    return empty;
  }
}

function underKey(key: string): string {
  return `spravka.draft.${key}`;
}
