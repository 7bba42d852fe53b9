import { Anchor } from "@mantine/core";
import { IconLeaf } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/pieces/EmptyState";

/** Said where no language model is set up: nothing is missing, and how one would be. */
export function NoLlm() {
  const { t, i18n } = useTranslation("admin");
  return (
    <EmptyState
      title={t("usage.noLlm")}
      icon={IconLeaf}
      action={
        <Anchor size="sm" href={`/static/docs/${i18n.language}/how-to/use-a-language-model/`} target="_blank">
          {t("usage.noLlmHowTo")}
        </Anchor>
      }
    >
      {t("usage.noLlmText")}
    </EmptyState>
  );
}
