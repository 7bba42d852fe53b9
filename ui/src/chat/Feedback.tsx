import { ActionIcon, Button, Collapse, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCornerDownRight, IconMessage2, IconThumbDown, IconThumbDownFilled, IconThumbUp, IconThumbUpFilled } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { Message } from "./chats";
import { DislikeReason } from "./DislikeReason";
import { useMark } from "./judging";
import { Reviews } from "./Reviews";

/** What a reader does with an answer: likes it or not, asks on, writes a review. */
export function Feedback({ message, onFollow }: { message: Message; onFollow: () => void }) {
  const { t } = useTranslation("chat");
  const [isReviewing, { toggle }] = useDisclosure(false);
  const reviews = useRef<HTMLDivElement>(null);
  return (
    <>
      <Group gap={4} mt="xs">
        <Marks message={message} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconCornerDownRight size={14} />}
          onClick={onFollow}
        >
          {t("thread.followUp")}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconMessage2 size={14} />}
          aria-expanded={isReviewing}
          onClick={toggle}
        >
          {t("reviews.open")}
        </Button>
      </Group>
      {message.mark?.reason && (
        <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
          {t("marks.given", { reason: message.mark.reason })}
        </Text>
      )}
      <Collapse expanded={isReviewing} ref={reviews} onTransitionEnd={() => reviews.current?.scrollIntoView({ block: "nearest" })}>
        {isReviewing && <Reviews messageId={message.id} />}
      </Collapse>
    </>
  );
}

function Marks({ message }: { message: Message }) {
  const { t } = useTranslation("chat");
  const mark = useMark(message);
  const [isAsked, setAsked] = useState(false);
  const value = message.mark?.value ?? null;

  function press(pressed: "like" | "dislike") {
    const isTakenBack = value === pressed;
    mark.mutate(isTakenBack ? null : { value: pressed, reason: null });
    setAsked(pressed === "dislike" && !isTakenBack);
  }

  return (
    <>
      <ActionIcon
        variant="subtle"
        color={value === "like" ? "teal" : "gray"}
        aria-label={t("marks.like")}
        aria-pressed={value === "like"}
        title={t(value === "like" ? "marks.liked" : "marks.like")}
        onClick={() => press("like")}
      >
        {value === "like" ? <IconThumbUpFilled size={16} /> : <IconThumbUp size={16} />}
      </ActionIcon>
      <DislikeReason
        isOpen={isAsked}
        messageId={message.id}
        onClose={() => setAsked(false)}
        onReason={(reason) => mark.mutate({ value: "dislike", reason })}
      >
        <ActionIcon
          variant="subtle"
          color={value === "dislike" ? "orange" : "gray"}
          aria-label={t("marks.dislike")}
          aria-pressed={value === "dislike"}
          title={message.mark?.reason ?? t(value === "dislike" ? "marks.disliked" : "marks.dislike")}
          onClick={() => press("dislike")}
        >
          {value === "dislike" ? <IconThumbDownFilled size={16} /> : <IconThumbDown size={16} />}
        </ActionIcon>
      </DislikeReason>
      {mark.error && <Trouble error={mark.error} />}
    </>
  );
}
