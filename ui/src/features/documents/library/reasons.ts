import i18next from "i18next";

import { Refused, Unreachable } from "@/api/problems";
import { filled } from "@/language/filling";
import { problemWords } from "@/language/problemWords";

import { DepartmentChanged } from "./sending";

/** What happened, and what to do. */
type Reason = { title: string; advice: string };

/** A problem that is kept with a document, in the language of the page where it is known there. */
export function reasonOf(problem: Record<string, unknown>): Reason {
  const name = String(problem.type ?? "").split(/[/#]/).at(-1);
  const key = `documents:reasons.${name}`;
  const known = i18next.exists(`${key}.title`);
  if (known) return { title: i18next.t(`${key}.title`), advice: i18next.t(`${key}.advice`, problem) };
  const common = problemWords(name ?? "");
  if (common) return { title: filled(common.title, problem), advice: filled(common.text, problem) };
  return { title: String(problem.title ?? ""), advice: String(problem.detail ?? "") };
}

/** Why a file was not taken. */
export function reasonOfError(error: unknown): Reason {
  if (error instanceof Refused) return reasonOf(error.problem);
  if (error instanceof DepartmentChanged) return told("department-changed");
  return error instanceof Unreachable ? told("unreachable") : told("unknown");
}

function told(name: string): Reason {
  return { title: i18next.t(`documents:reasons.${name}.title`), advice: i18next.t(`documents:reasons.${name}.advice`) };
}
