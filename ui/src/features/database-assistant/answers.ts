import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { api, given } from "@/api/client";
import { isAwaited } from "@/chat/answers";
import type { Message } from "@/chat/chats";
import { answerKey, messagesKey } from "@/chat/keys";

import { type Answer, answerOf, type ResultColumn, type Row, type WithRows } from "./answer";

const ROOM = "database-assistant";
const ROWS_A_PAGE = 500;
const LOOKED_EVERY_MS = 1_500;

export async function readAnswer(id: number): Promise<Answer> {
  return answerOf(await given(api.GET("/api/v1/answers/{answer_id}", { params: pathOf(id) })));
}

/** Have an answer stop that is being made: its query is cancelled in the database. */
export function stopAnswer(id: number): Promise<unknown> {
  return given(api.DELETE("/api/v1/answers/{answer_id}", { params: pathOf(id) }));
}

/** An answer that stands in no message: to a choice, or to SQL that was changed. */
export function useOtherAnswer(id: number | null) {
  return useQuery({
    queryKey: answerKey("databases", id),
    enabled: id !== null,
    staleTime: (query) => (query.state.data?.state === "running" ? 0 : Infinity),
    refetchInterval: (query) => (isAwaited(query.state.data, query.state.error) ? LOOKED_EVERY_MS : false),
    queryFn: () => readAnswer(id ?? 0),
  });
}

/** Rows of an answer as far as they are loaded, and how to load more of them. */
type LoadedRows = {
  rows: readonly Row[];
  rowCount: number;
  isLoading: boolean;
  error: unknown;
  /** The next page, unless one is on its way or has failed. */
  loadMore: () => void;
  again: () => void;
  loadAll: () => Promise<readonly Row[]>;
};

/** The first rows come with the answer; the rest is asked for page by page when somebody scrolls there or sorts. */
export function useAnswerRows(answer: WithRows): LoadedRows {
  const rowCount = answer.row_count ?? answer.rows.length;
  const hasAll = answer.rows.length >= rowCount;
  const pages = useInfiniteQuery({
    queryKey: [ROOM, "rows", answer.id],
    enabled: !hasAll,
    staleTime: Infinity,
    initialPageParam: 0,
    getNextPageParam: (page: { next_after: number | null }) => page.next_after,
    queryFn: ({ pageParam }) => readRows(answer.id, pageParam),
  });
  const { data, hasNextPage, isFetching, fetchNextPage, error } = pages;
  const rows = useMemo(() => (data ? data.pages.flatMap((page) => page.entries) : answer.rows), [data, answer.rows]);

  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);

  const loadAll = useCallback(async () => {
    if (hasAll) return answer.rows;
    for (;;) {
      const now = await fetchNextPage({ cancelRefetch: false });
      if (now.error) throw now.error;
      if (!now.hasNextPage) return now.data?.pages.flatMap((page) => page.entries) ?? answer.rows;
    }
  }, [hasAll, answer.rows, fetchNextPage]);

  return { rows, rowCount, isLoading: isFetching, error, loadMore, again: () => void fetchNextPage(), loadAll };
}

async function readRows(answerId: number, after: number) {
  const query = { after, limit: ROWS_A_PAGE };
  const page = await given(api.GET("/api/v1/answers/{answer_id}/rows", { params: { ...pathOf(answerId), query } }));
  return {
    columns: page.columns as unknown as ResultColumn[],
    entries: page.entries as unknown as Row[],
    next_after: page.next_after,
  };
}

/** Keep an answer that a stream has told, so that it is not asked for again. */
export function useKeepAnswer() {
  const queries = useQueryClient();
  return useCallback((answer: Answer) => queries.setQueryData(answerKey("databases", answer.id), answer), [queries]);
}

/** Propose an answer as an example; an expert decides. */
export function useProposal() {
  return useMutation({
    mutationFn: (answerId: number) => given(api.POST("/api/v1/examples", { body: { answer_id: answerId } })),
  });
}

/** Questions to begin with, in the language of the page: approved ones, and simple ones that are surely answered. */
export function useFirstQuestions(databaseId: number, table?: string) {
  const { i18n } = useTranslation();
  const language = i18n.language === "en" ? "en" : "ru";
  return useQuery({
    queryKey: [ROOM, "first-questions", databaseId, language, table ?? ""],
    staleTime: 60_000,
    queryFn: () => {
      const params = { path: { database_id: databaseId }, query: { language, ...(table ? { table } : {}) } } as const;
      return given(api.GET("/api/v1/databases/{database_id}/first-questions", { params }));
    },
  });
}

/** Have another answer to the same question stand in its message; what is asked next follows it. */
export function useAnswerChange(message: Message) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (answerId: number) => {
      const params = { path: { message_id: message.id } };
      return given(api.PUT("/api/v1/messages/{message_id}/answer", { params, body: { answer_id: answerId } }));
    },
    onSuccess: (changed) => {
      const replaced = (all: Message[] | undefined) => all?.map((one) => (one.id === changed.id ? changed : one));
      queries.setQueryData<Message[]>(messagesKey(message.chat_id), replaced);
    },
  });
}

/** The answer that stood in the message before another took its place. */
export function firstAnswerIdOf(message: Message): number | null {
  const first = message.source?.first_answer_id;
  return typeof first === "number" && first !== message.answer_id ? first : null;
}

function pathOf(answerId: number) {
  return { path: { answer_id: answerId } };
}
