import type { EChartsCoreOption } from "echarts/core";

import type { ChartKind, ChartSpecification, ResultColumn, Row } from "../answer";
import { shown, shownShare } from "../table/cells";
import { locale } from "../table/locale";
import { type Drawing, drawingOf } from "./charting";

/** The colours of the page's theme. */
export type Look = { colours: string[]; text: string; dimmed: string; line: string; paper: string; font: string };

const PLAIN_HEIGHT = 300;
const BAR_HEIGHT = 26;
const MOST_HEIGHT = 900;
const LONG_LABEL = 14;
const MANY_BARS = 8;
/** In pixels: names around slices take as much room as the slices. */
const NARROW = 480;

/** What ECharts tells of a slice. */
type Slice = { name: string; percent: number };

/** What ECharts is to draw. */
export function optionsOf(
  specification: ChartSpecification,
  columns: readonly ResultColumn[],
  rows: readonly Row[],
  look: Look,
): EChartsCoreOption {
  const drawing = drawingOf(specification, columns, rows);
  const labels = labelsOf(specification, columns, drawing);
  const around = { ...lookOf(look), ...legendOf(drawing, look) };
  if (specification.kind === "pie") return { baseOption: { ...around, ...slicesOf(drawing, labels, look) }, media: [narrowSlices(look)] };
  const isLying = isLyingDown(specification.kind, labels);
  return { ...around, ...axesOf(drawing, labels, look, isLying), series: seriesOf(specification.kind, drawing) };
}

/** How high the drawing is in pixels: bars that lie need room for each. */
export function heightOf(specification: ChartSpecification, columns: readonly ResultColumn[], rows: readonly Row[]): number {
  const drawing = drawingOf(specification, columns, rows);
  if (!isLyingDown(specification.kind, labelsOf(specification, columns, drawing))) return PLAIN_HEIGHT;
  const bars = drawing.categories.length * Math.max(1, drawing.series.length * 0.6);
  return Math.min(MOST_HEIGHT, Math.max(PLAIN_HEIGHT, Math.round(bars * BAR_HEIGHT) + 60));
}

/** Bars with long or many labels lie: there the labels can be read. */
function isLyingDown(kind: ChartKind, labels: string[]): boolean {
  return kind === "bar" && (labels.length > MANY_BARS || labels.some((label) => label.length > LONG_LABEL));
}

function labelsOf({ x }: ChartSpecification, columns: readonly ResultColumn[], drawing: Drawing): string[] {
  const column = x === null ? undefined : columns[x];
  return column ? drawing.categories.map((category) => shown(category, column)) : [];
}

function lookOf(look: Look): EChartsCoreOption {
  return {
    color: look.colours,
    textStyle: { fontFamily: look.font, color: look.text },
    animationDuration: 250,
  };
}

function legendOf(drawing: Drawing, look: Look): EChartsCoreOption {
  if (drawing.series.length < 2) return { legend: { show: false } };
  return { legend: { type: "scroll", top: 0, textStyle: { color: look.text } } };
}

function tooltipOf(look: Look): object {
  return { backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.text }, confine: true };
}

function axesOf(drawing: Drawing, labels: string[], look: Look, isLying: boolean): EChartsCoreOption {
  const named = {
    type: "category",
    data: labels,
    inverse: isLying,
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.dimmed, hideOverlap: !isLying, ...placedLabels(labels, isLying) },
  };
  const measured = {
    type: "value",
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.dimmed, hideOverlap: true, formatter: compact },
  };
  const top = drawing.series.length < 2 ? 12 : 36;
  return {
    grid: { left: 8, right: 16, top, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: isLying ? measured : named,
    yAxis: isLying ? named : measured,
    tooltip: { ...tooltipOf(look), trigger: "axis", axisPointer: { type: "shadow" } },
  };
}

/** Long names below a line lean: laid flat, one of them would hide all the others. */
function placedLabels(labels: string[], isLying: boolean): object {
  if (isLying) return { width: 180, overflow: "truncate" };
  return labels.some((label) => label.length > LONG_LABEL) ? { width: 110, overflow: "truncate", rotate: 40 } : {};
}

function seriesOf(kind: ChartKind, drawing: Drawing): object[] {
  return drawing.series.map(({ name, column, values }) => ({
    name,
    type: kind === "line" ? "line" : "bar",
    data: values,
    barMaxWidth: 36,
    symbol: "circle",
    symbolSize: 6,
    showSymbol: values.length <= 40,
    tooltip: { valueFormatter: (value: unknown) => shown(value as number | null, column) },
  }));
}

function slicesOf(drawing: Drawing, labels: string[], look: Look): EChartsCoreOption {
  const [first] = drawing.series;
  const data = labels.map((name, place) => ({ name, value: first?.values[place] ?? 0 }));
  return {
    legend: { show: false },
    tooltip: {
      ...tooltipOf(look),
      trigger: "item",
      valueFormatter: (value: unknown) => (first ? shown(value as number | null, first.column) : String(value)),
    },
    series: [
      {
        type: "pie",
        radius: ["42%", "70%"],
        data,
        itemStyle: { borderColor: look.paper, borderWidth: 2 },
        label: { color: look.text, formatter: ({ name, percent }: Slice) => `${name}: ${shownShare(percent / 100)}` },
      },
    ],
  };
}

/** Where there is no room for names around the slices, they stand beside them. */
function narrowSlices(look: Look): { query: object; option: EChartsCoreOption } {
  const legend = { show: true, type: "scroll", orient: "vertical", right: 0, top: "middle", itemWidth: 12, itemHeight: 12, itemGap: 6 };
  const textStyle = { color: look.text, width: 150, overflow: "truncate" };
  const label = { position: "inside", color: look.paper, fontSize: 10, formatter: ({ percent }: Slice) => shownShare(percent / 100) };
  return {
    query: { maxWidth: NARROW },
    option: { legend: { ...legend, textStyle }, series: [{ center: ["25%", "50%"], radius: ["14%", "50%"], label }] },
  };
}

/** Short numbers of an axis: 1,2 млн. */
function compact(value: number): string {
  return new Intl.NumberFormat(locale(), { notation: "compact", maximumFractionDigits: 1 }).format(value);
}
