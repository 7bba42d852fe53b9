import type { TFunction } from "i18next";

import { number } from "@/language/numbers";

import type { Growth } from "../versions";

/** `+50 items, −2 groups`: what is not the same. */
export function growthWords(t: TFunction<"catalogues"> | TFunction<["catalogues", "translation"]>, growth: Growth): string {
  const told = (["items", "confirmed", "groups"] as const).filter((one) => growth[one] !== 0);
  return told
    .map((one) => t(`versions.growth.${one}`, { count: Math.abs(growth[one]), signed: signed(growth[one]) }))
    .join(", ");
}

function signed(count: number): string {
  return `${count > 0 ? "+" : "−"}${number(Math.abs(count))}`;
}
