import { Box, Skeleton, Text, useComputedColorScheme, useMantineTheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";

import { Trouble } from "@/pieces/Trouble";

import type { ChartSpecification, ResultColumn, Row } from "../answer";
import { shown } from "../table/cells";
import { heightOf, type Look, optionsOf } from "./options";

type Props = { specification: ChartSpecification; columns: readonly ResultColumn[]; rows: readonly Row[]; label: string };

/** The drawing of an answer. Its table says the same to those who cannot see it. */
export function Chart({ specification, columns, rows, label }: Props) {
  const look = useLook();
  const library = useQuery({
    queryKey: ["database-assistant", "chart-library"],
    staleTime: Infinity,
    gcTime: Infinity,
    queryFn: () => import("./drawing"),
  });
  const holder = useRef<HTMLDivElement>(null);
  const options = useMemo(() => optionsOf(specification, columns, rows, look), [specification, columns, rows, look]);
  const height = heightOf(specification, columns, rows);
  const draw = library.data?.draw;

  useEffect(() => {
    if (holder.current && draw) return draw(holder.current, options);
  }, [draw, options]);

  if (specification.kind === "number") return <OneNumber specification={specification} columns={columns} rows={rows} />;
  if (library.error) return <Trouble error={library.error} onAgain={() => void library.refetch()} />;
  if (!draw) return <Skeleton height={height} />;
  return <Box ref={holder} h={height} role="img" aria-label={label} />;
}

function OneNumber({ specification, columns, rows }: Omit<Props, "label">) {
  const place = specification.y[0] ?? 0;
  const column = columns[place];
  if (!column) return null;
  return (
    <div>
      <Text fz={34} fw={650} lh={1.2}>
        {shown(rows[0]?.[place] ?? null, column)}
      </Text>
      <Text size="sm" c="dimmed">
        {column.name}
      </Text>
    </div>
  );
}

/** ECharts wants colours, not variables: those of the theme that is on. */
function useLook(): Look {
  const { colors, fontFamily, white } = useMantineTheme();
  const isDark = useComputedColorScheme("light") === "dark";
  return useMemo(() => {
    const shade = isDark ? 5 : 6;
    const names = ["ink", "teal", "orange", "grape", "cyan", "pink", "lime", "yellow"];
    const colour = (name: string, at: number) => colors[name]?.[at] ?? white;
    return {
      colours: names.map((name) => colour(name, shade)),
      text: isDark ? colour("dark", 0) : colour("gray", 8),
      dimmed: isDark ? colour("dark", 2) : colour("gray", 7),
      line: isDark ? colour("dark", 4) : colour("gray", 3),
      paper: isDark ? colour("dark", 6) : white,
      font: fontFamily,
    };
  }, [colors, fontFamily, white, isDark]);
}
