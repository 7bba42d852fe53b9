import { ActionIcon, CloseButton, Group, Text, Textarea } from "@mantine/core";
import { IconArrowUp, IconCornerDownRight, IconPlayerStopFilled } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Message } from "./chats";
import { useComposerFocus } from "./useComposerFocus";

/** Longer questions are refused by the server. */
const MOST_CHARACTERS = 4_000;

type Talk = {
  draft: string;
  setDraft: (text: string) => void;
  send: (text: string) => void;
  stop: () => void;
  isBusy: boolean;
  isStopping: boolean;
  /** The question asked last: the arrow up brings it back. */
  lastQuestion: string | null;
  followed: Message | null;
  setFollowed: (message: Message | null) => void;
};

/** The field one asks in. Enter sends, Shift + Enter begins a line; one may type on while an answer is being made. */
export function Composer({ talk, tools }: { talk: Talk; tools: ReactNode }) {
  const { t } = useTranslation("chat");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (talk.followed) field.current?.focus();
  }, [talk.followed]);

  useComposerFocus(field);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowUp" && talk.draft === "" && talk.lastQuestion !== null) {
      event.preventDefault();
      talk.setDraft(talk.lastQuestion);
      return;
    }
    if (event.key === "Escape" && talk.isBusy) {
      talk.stop();
      return;
    }
    if (event.key === "Escape" && talk.followed) {
      talk.setFollowed(null);
      return;
    }
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    talk.send(talk.draft);
  }

  return (
    <>
      {talk.followed && <Followed message={talk.followed} onEnd={() => talk.setFollowed(null)} />}
      {tools}
      <Textarea
        ref={field}
        aria-label={t("composer.label")}
        placeholder={t("composer.placeholder")}
        autosize
        minRows={1}
        maxRows={8}
        size="md"
        maxLength={MOST_CHARACTERS}
        value={talk.draft}
        onChange={(event) => talk.setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        rightSectionWidth={44}
        rightSection={<SendOrStop talk={talk} />}
      />
      <Text size="xs" c="dimmed" mt={4} visibleFrom="sm" truncate>
        {t(talk.isBusy ? "composer.busyHint" : "composer.hint")}
      </Text>
    </>
  );
}

function SendOrStop({ talk }: { talk: Talk }) {
  const { t } = useTranslation("chat");
  if (talk.isBusy) {
    return (
      <ActionIcon
        variant="light"
        color="gray"
        size={32}
        loading={talk.isStopping}
        aria-label={t(talk.isStopping ? "composer.stopping" : "composer.stop")}
        title={t("composer.stop")}
        onClick={talk.stop}
      >
        <IconPlayerStopFilled size={16} />
      </ActionIcon>
    );
  }
  return (
    <ActionIcon
      size={32}
      aria-label={t("composer.send")}
      title={t("composer.send")}
      disabled={!talk.draft.trim()}
      onClick={() => talk.send(talk.draft)}
    >
      <IconArrowUp size={18} />
    </ActionIcon>
  );
}

function Followed({ message, onEnd }: { message: Message; onEnd: () => void }) {
  const { t } = useTranslation("chat");
  return (
    <Group gap={6} wrap="nowrap" mb={4} c="dimmed">
      <IconCornerDownRight size={14} aria-hidden />
      <Text size="xs" truncate flex={1}>
        {t("composer.followsUp", { query: message.query })}
      </Text>
      <CloseButton size="xs" aria-label={t("composer.notFollow")} onClick={onEnd} />
    </Group>
  );
}
