import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { day, number, percent } from "@/language/numbers";

import { pointsOf, scaleOf } from "../accuracyLine";
import type { Version } from "../versions";
import classes from "./classifier.module.css";

const WIDTH = 640;
const HEIGHT = 110;
/** More names would run into each other. */
const MOST_NAMED = 14;

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
  const isNamed = (place: number) => judged.length <= MOST_NAMED || place === 0 || place === judged.length - 1;
  return (
    <figure className={classes.figure}>
      <Text component="figcaption" size="sm" fw={600}>
        {t("versions.chartTitle")}
      </Text>
      <svg viewBox={`-44 -24 ${WIDTH + 76} ${HEIGHT + 58}`} className={classes.line} role="img" aria-label={t("versions.chart", told)}>
        {[scale.from, scale.to].map((value, place) => (
          <g key={value}>
            <line x1={0} x2={WIDTH} y1={place === 0 ? HEIGHT : 0} y2={place === 0 ? HEIGHT : 0} className={classes.rule} />
            <text x={-10} y={place === 0 ? HEIGHT : 0} dy="0.35em" textAnchor="end">
              {percent(value)}
            </text>
          </g>
        ))}
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {judged.map((one, place) => {
          const { x, y } = points[place] ?? { x: 0, y: 0 };
          const version = t("versions.number", { version: one.version });
          const accuracy = `${number((one.accuracy ?? 0) * 100, 1)} %`;
          return (
            <g key={one.id}>
              <circle cx={x} cy={y} r={5} data-active={one.status === "active" || undefined} />
              <circle cx={x} cy={y} r={14} className={classes.reach}>
                <title>{`${version} · ${day(one.created_at)} · ${accuracy}`}</title>
              </circle>
              {isNamed(place) && (
                <>
                  <text x={x} y={y - 11} textAnchor="middle" className={classes.value}>
                    {accuracy}
                  </text>
                  <text x={x} y={HEIGHT + 20} textAnchor="middle">
                    {one.version}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
