import { useTranslation } from "react-i18next";

/** What a call of the language model was for, in words; a purpose without them as the server names it. */
export function usePurposeWords(): (purpose: string) => string {
  const { t, i18n } = useTranslation("admin");
  return (purpose) => {
    const key = `usage.purposes.${purpose}`;
    return i18n.exists(`admin:${key}`) ? t(key) : purpose;
  };
}
