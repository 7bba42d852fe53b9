import { useTranslation } from "react-i18next";

import { Refused, Unreachable } from "@/api/problems";
import { filled } from "@/language/filling";
import { problemWords } from "@/language/problemWords";

/** What to say of an error: what happened, and what to do; `more` are the server's own words with further facts. */
type TroubleWords = { title: string; details: string[]; more?: string };

const TOO_LARGE = 413;

/** Tells errors in the user's language where the page knows the problem, else in the server's words. */
export function useTroubleWords(): (error: unknown) => TroubleWords {
  const { t } = useTranslation();

  function wordsOfRefusal(refusal: Refused): TroubleWords {
    const { problem, slug } = refusal;
    const known = problemWords(slug);
    const requestId = problem.status >= 500 && problem.request_id ? [t("trouble.requestId", { id: problem.request_id })] : [];
    if (known) {
      const told = { title: filled(known.title, problem), details: [filled(known.text, problem), ...requestId] };
      return known.hasMore && problem.detail ? { ...told, more: problem.detail } : told;
    }
    if (problem.type === "about:blank" && !problem.detail) return { title: t("trouble.title"), details: [wordsOfStatus(problem.status), ...requestId] };
    return { title: problem.title, details: [...(problem.detail ? [problem.detail] : []), ...requestId] };
  }

  function wordsOfStatus(status: number): string {
    return status === TOO_LARGE ? t("trouble.tooLarge") : t("trouble.status", { status });
  }

  return (error) => {
    if (error instanceof Refused) return wordsOfRefusal(error);
    return { title: t("trouble.title"), details: [error instanceof Unreachable ? t("trouble.unreachable") : t("trouble.unknown")] };
  };
}
