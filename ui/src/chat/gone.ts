import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Mode } from "@/api/me";
import { Refused } from "@/api/problems";

import { useMessages } from "./chats";
import { draftName, handOnDraft } from "./drafts";
import "./words";

/** The conversation was deleted elsewhere, or is somebody else's. */
export function isGone(error: unknown): boolean {
  return error instanceof Refused && error.problem.status === 404;
}

/** A conversation that is gone is left for a new one, with what was being written; who had it open is told why. */
export function useLeavingGone(mode: Mode, chatId: number | null, onGone: () => void): void {
  const { t } = useTranslation("chat");
  const { error, data } = useMessages(chatId);
  const isLeft = chatId !== null && isGone(error);
  const wasOpen = data !== undefined;
  useEffect(() => {
    if (!isLeft) return;
    handOnDraft(draftName(mode, chatId), draftName(mode, null));
    if (wasOpen) notifications.show({ color: "yellow", message: t("thread.deleted"), autoClose: 10_000 });
    onGone();
    // Once for each conversation: what is to be done then may be another function at every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isLeft, chatId]);
}
