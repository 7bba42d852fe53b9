import { useCallback, useMemo } from "react";

import type { Schemas } from "@/api/client";
import { useTenant } from "@/api/me";
import { useAnswer } from "@/chat/answers";
import { answerIdOf } from "@/chat/assistant";
import { useMessages } from "@/chat/chats";
import { moveDraft, useDraft } from "@/chat/drafts";

import { documentAssistant } from "./answer/assistant";
import { type Folder, liesIn } from "./library/tree";

/** Which documents are asked; both lists empty: all of them. */
type Scope = Schemas["DocumentScope"];

export const everything: Scope = { document_ids: [], folder_ids: [] };

export type Choosing = { scope: Scope; choose: (scope: Scope) => void };

/** What a conversation is about: as chosen here, else as its last question was put, else all documents. */
export function useScope(chatId: number | null): Choosing & { moveTo: (chatId: number) => void } {
  const tenantId = useTenant()?.tenant_id;
  const name = chatId === null ? `documents.scope.new.${tenantId}` : nameOf(chatId);
  const [kept, keep] = useDraft(name);
  const last = useMessages(chatId).data?.at(-1);
  const asked = useAnswer(documentAssistant, last ? answerIdOf(last) : null).data?.scope;
  const scope = useMemo(() => (kept ? scopeOf(kept) : (asked ?? everything)), [kept, asked]);
  const choose = useCallback((next: Scope) => keep(JSON.stringify(next)), [keep]);
  // A conversation that was new has got an id: what was chosen for it goes on.
  const moveTo = useCallback((id: number) => moveDraft(name, nameOf(id)), [name]);
  return { scope, choose, moveTo };
}

function nameOf(chatId: number): string {
  return `documents.scope.${chatId}`;
}

/** The scope that a text tells; all documents where it tells none. */
export function scopeOf(text: string): Scope {
  try {
    const told = JSON.parse(text) as Partial<Scope>;
    return { document_ids: told.document_ids ?? [], folder_ids: told.folder_ids ?? [] };
  } catch {
    return everything;
  }
}

export function isEverything(scope: Scope): boolean {
  return scope.document_ids.length === 0 && scope.folder_ids.length === 0;
}

export function withDocumentToggled(scope: Scope, documentId: number): Scope {
  return { ...scope, document_ids: toggled(scope.document_ids, documentId) };
}

/** A folder that is taken stands for the folders in it, which need no place of their own any more. */
export function withFolderToggled(scope: Scope, folders: Folder[], folderId: number): Scope {
  const others = scope.folder_ids.filter((id) => id === folderId || !liesIn(folders, id, folderId));
  return { ...scope, folder_ids: toggled(others, folderId) };
}

/** Whether a folder is asked because one that it lies in is. */
export function isFolderInside(scope: Scope, folders: Folder[], folderId: number | null): boolean {
  return scope.folder_ids.some((id) => liesIn(folders, folderId, id));
}

function toggled(ids: number[], id: number): number[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
