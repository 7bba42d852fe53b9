import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, given, type Schemas } from "@/api/client";

import type { Message } from "./chats";
import { messagesKey } from "./keys";

type Mark = Schemas["MarkOut"] | null;

/** Like, dislike, or take it back; shown at once, and put right where the server refuses. */
export function useMark(message: Message) {
  const queries = useQueryClient();
  const key = messagesKey(message.chat_id);
  return useMutation({
    mutationFn: (mark: Mark) => sendMark(message.id, mark),
    onMutate: (mark) => {
      queries.setQueryData<Message[]>(key, (all) => all?.map((one) => (one.id === message.id ? { ...one, mark } : one)));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
}

async function sendMark(messageId: number, mark: Mark): Promise<void> {
  const params = { path: { message_id: messageId } };
  if (mark === null) await api.DELETE("/api/v1/messages/{message_id}/mark", { params });
  else await api.PUT("/api/v1/messages/{message_id}/mark", { params, body: mark });
}

const reviewsKey = (messageId: number) => ["messages", "reviews", messageId] as const;

export function useReviews(messageId: number) {
  return useQuery({
    queryKey: reviewsKey(messageId),
    queryFn: async () => {
      const params = { path: { message_id: messageId }, query: { limit: 100 } };
      return (await given(api.GET("/api/v1/messages/{message_id}/reviews", { params }))).entries;
    },
  });
}

export function useAddReview(messageId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      given(api.POST("/api/v1/messages/{message_id}/reviews", { params: { path: { message_id: messageId } }, body: { text } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: reviewsKey(messageId) }),
  });
}
