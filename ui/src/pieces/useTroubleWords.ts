import { useTranslation } from "react-i18next";

import { Refused, Unreachable } from "@/api/problems";

/** What to say of an error: what happened, and what to do. */
export type TroubleWords = { title: string; details: string[] };

/** Tells errors in the user's language where the page knows the problem, else in the server's words. */
export function useTroubleWords(): (error: unknown) => TroubleWords {
  const { t, i18n } = useTranslation();

  function wordsOfRefusal({ problem, slug }: Refused): TroubleWords {
    const title = i18n.exists(`problems.${slug}`) ? t(`problems.${slug}` as never) : problem.title;
    const details = problem.detail ? [problem.detail] : [];
    const isFault = problem.status >= 500 && problem.request_id;
    return { title, details: isFault ? [...details, t("trouble.requestId", { id: problem.request_id })] : details };
  }

  return (error) => {
    if (error instanceof Refused) return wordsOfRefusal(error);
    return { title: t("trouble.title"), details: error instanceof Unreachable ? [t("trouble.unreachable")] : [] };
  };
}
