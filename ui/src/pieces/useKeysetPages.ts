import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

/** A page as the API's lists give it. */
export type KeysetPage<Row> = { entries: Row[]; next_after: number | null };

/** What a page is asked for by: `?after=&limit=`. */
export type PageQuery = { limit: number; after?: number };

type Options = { limit?: number; enabled?: boolean; refetchInterval?: number | false };

/**
 * A list of the API that comes in pages, as far as it has been asked for.
 *
 * `useKeysetPages(["documents"], (query) => given(api.GET("/api/v1/documents", { params: { query } })))`
 */
export function useKeysetPages<Row>(
  queryKey: QueryKey,
  ask: (query: PageQuery) => Promise<KeysetPage<Row>>,
  { limit = 50, enabled = true, refetchInterval = false }: Options = {},
) {
  const found = useInfiniteQuery({
    queryKey,
    enabled,
    refetchInterval,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => ask(pageParam === null ? { limit } : { limit, after: pageParam }),
    getNextPageParam: (page: KeysetPage<Row>) => page.next_after,
  });
  return {
    rows: found.data?.pages.flatMap((page) => page.entries),
    error: found.error,
    hasMore: found.hasNextPage,
    isFetchingMore: found.isFetchingNextPage,
    more: () => void found.fetchNextPage(),
    again: () => void found.refetch(),
  };
}

export type KeysetPages<Row> = Omit<ReturnType<typeof useKeysetPages>, "rows"> & { rows: Row[] | undefined };
