import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "./Trouble";
import "./words";

type Props<Data> = {
  query: Pick<UseQueryResult<Data>, "data" | "error" | "refetch">;
  children: (data: Data) => ReactNode;
  /** Grey lines shown while nothing is there yet. */
  lines?: number;
};

/**
 * What a query gave: grey lines before, the trouble where it failed. What was given once stays shown when
 * asking anew fails.
 */
export function Loaded<Data>({ query, children, lines = 3 }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Trouble error={query.error} onAgain={() => void query.refetch()} />;
  return <Waiting lines={lines} />;
}

/** Grey lines for what is on its way. */
export function Waiting({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation("pieces");
  return (
    <Stack gap="xs" role="status" aria-label={t("table.loading")}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={line === lines - 1 ? "60%" : "100%"} />
      ))}
    </Stack>
  );
}
