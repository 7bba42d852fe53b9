import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { labelAt } from "./places";

/** Names the page in the browser's tab and history: «Документы — Справка». */
export function useTitle(path: string): void {
  const { t } = useTranslation();
  const label = labelAt(path);
  const title = label ? `${t(`navigation.${label}`)} — ${t("product")}` : t("product");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
