import { useTranslation } from "react-i18next";

import { day, percent } from "@/language/numbers";

import { pointsOf, scaleOf } from "../accuracyLine";
import type { Version } from "../versions";
import classes from "./classifier.module.css";

const WIDTH = 640;
const HEIGHT = 120;

/** The accuracy of the versions over time; the one that answers now is filled. `versions`: the newest first. */
export function AccuracyLine({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation("catalogues");
  const judged = versions.filter((one) => one.accuracy !== null).toReversed();
  const first = judged[0];
  const last = judged.at(-1);
  if (!first || !last || judged.length < 2) return null;
  const values = judged.map((one) => one.accuracy ?? 0);
  const scale = scaleOf(values);
  const points = pointsOf(values, scale, WIDTH, HEIGHT);
  const told = { first: percent(values[0] ?? 0), last: percent(values.at(-1) ?? 0) };
  return (
    <figure className={classes.figure}>
      <svg viewBox={`-44 -14 ${WIDTH + 64} ${HEIGHT + 44}`} className={classes.line} role="img" aria-label={t("versions.chart", told)}>
        {[scale.from, scale.to].map((value, place) => (
          <g key={place}>
            <line x1={0} x2={WIDTH} y1={place === 0 ? HEIGHT : 0} y2={place === 0 ? HEIGHT : 0} className={classes.rule} />
            <text x={-8} y={place === 0 ? HEIGHT : 0} dy="0.35em" textAnchor="end">
              {percent(value)}
            </text>
          </g>
        ))}
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {judged.map((one, place) => {
          const point = points[place] ?? { x: 0, y: 0 };
          return (
            <circle key={one.id} cx={point.x} cy={point.y} r={5} data-active={one.status === "active" || undefined}>
              <title>{`${t("versions.number", { version: one.version })} · ${day(one.created_at)} · ${percent(one.accuracy ?? 0)}`}</title>
            </circle>
          );
        })}
        <text x={0} y={HEIGHT + 22}>
          {day(first.created_at)}
        </text>
        <text x={WIDTH} y={HEIGHT + 22} textAnchor="end">
          {day(last.created_at)}
        </text>
      </svg>
    </figure>
  );
}
