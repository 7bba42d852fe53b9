import { useTranslation } from "react-i18next";

export const stages = ["tables", "data_check", "plan", "guard", "run", "second_reader", "description", "similar"] as const;

/** What the stages of an answer are called; one that the page does not know is shown as the server names it. */
export function useStageName(): (stage: string) => string {
  const { t, i18n } = useTranslation("database-assistant");
  return (stage) => (i18n.exists(`database-assistant:stages.${stage}`) ? t(`stages.${stage}`) : stage);
}
