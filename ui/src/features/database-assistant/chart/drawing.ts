/** The library that draws, and only what is used of it; loaded when the first chart is shown. */
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

register([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Draws into an element and follows its size; call what is returned when the element goes. */
export function draw(element: HTMLElement, options: EChartsCoreOption): () => void {
  const chart = init(element, null, { renderer: "svg" });
  chart.setOption(options);
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}
