import { Button, Group, Loader, Stack, Text, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { Trouble } from "@/pieces/Trouble";

import { useDraft } from "./drafts";
import { useAddReview, useReviews } from "./judging";

/** What was written about an answer, and a field to write more. */
export function Reviews({ messageId }: { messageId: number }) {
  const { t } = useTranslation("chat");
  const reviews = useReviews(messageId);
  return (
    <Stack gap="xs" mt="xs" pl="sm">
      {reviews.isPending && <Loader size="xs" />}
      {reviews.error && <Trouble error={reviews.error} onAgain={() => void reviews.refetch()} />}
      {reviews.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("reviews.none")}
        </Text>
      )}
      {reviews.data?.map((review) => (
        <div key={review.id}>
          <Text size="xs" c="dimmed">
            {moment(review.created_at)}
          </Text>
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {review.text}
          </Text>
        </div>
      ))}
      <NewReview messageId={messageId} />
    </Stack>
  );
}

function NewReview({ messageId }: { messageId: number }) {
  const { t } = useTranslation("chat");
  const [text, setText] = useDraft(`review.${messageId}`);
  const adding = useAddReview(messageId);
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
      />
      {adding.error && <Trouble error={adding.error} />}
      <Group justify="flex-end">
        <Button
          size="xs"
          variant="light"
          disabled={!text.trim()}
          loading={adding.isPending}
          onClick={() => adding.mutate(text.trim(), { onSuccess: () => setText("") })}
        >
          {t("reviews.send")}
        </Button>
      </Group>
    </Stack>
  );
}
