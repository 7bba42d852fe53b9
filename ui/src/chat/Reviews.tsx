import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import type { Schemas } from "@/api/client";
import { moment } from "@/language/numbers";
import { Loaded } from "@/pieces/Loaded";
import { Trouble } from "@/pieces/Trouble";

import { useDraft } from "./drafts";
import { useAddReview, useReviews } from "./judging";

/** What was written about an answer, and a field to write more. */
export function Reviews({ messageId }: { messageId: number }) {
  const reviews = useReviews(messageId);
  return (
    <Stack gap="xs" mt="xs" pl="sm">
      <Loaded query={reviews} lines={2}>
        {(written) => <Written reviews={written} />}
      </Loaded>
      <NewReview messageId={messageId} />
    </Stack>
  );
}

function Written({ reviews }: { reviews: readonly Schemas["ReviewOut"][] }) {
  const { t } = useTranslation("chat");
  if (reviews.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("reviews.none")}
      </Text>
    );
  }
  return reviews.map((review) => (
    <div key={review.id}>
      <Text size="xs" c="dimmed">
        {moment(review.created_at)}
      </Text>
      <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {review.text}
      </Text>
    </div>
  ));
}

function NewReview({ messageId }: { messageId: number }) {
  const { t } = useTranslation("chat");
  const [text, setText] = useDraft(`review.${messageId}`);
  const adding = useAddReview(messageId);
  const add = () => text.trim() && !adding.isPending && adding.mutate(text.trim(), { onSuccess: () => setText("") });
  return (
    <Stack gap="xs">
      <Textarea
        aria-label={t("reviews.label")}
        placeholder={t("reviews.placeholder")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={getHotkeyHandler([["mod+Enter", add]])}
      />
      {adding.error && <Trouble error={adding.error} />}
      <Group justify="flex-end">
        <Button
          size="xs"
          variant="light"
          disabled={!text.trim()}
          loading={adding.isPending}
          onClick={add}
        >
          {t("reviews.send")}
        </Button>
      </Group>
    </Stack>
  );
}
