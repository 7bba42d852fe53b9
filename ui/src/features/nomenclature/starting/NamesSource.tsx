import { Textarea } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { DraftHold } from "./draft";
import { namesOf, type Source } from "./starting";

type Props = { hold: DraftHold; onChange: (chosen: { source: Source; rowCount: number } | null) => void };

/** Names pasted or typed, one a line. */
export function NamesSource({ hold, onChange }: Props) {
  const { t } = useTranslation("nomenclature");
  const { names: text } = hold.draft;
  const count = namesOf(text).length;

  useEffect(() => {
    const names = namesOf(text);
    onChange(names.length === 0 ? null : { source: { names }, rowCount: names.length });
  }, [text, onChange]);

  return (
    <Textarea
      label={t("starting.names")}
      description={count > 0 ? t("starting.rows", { count }) : undefined}
      inputWrapperOrder={["label", "input", "description"]}
      placeholder={t("starting.namesPlaceholder")}
      value={text}
      onChange={(event) => hold.change({ names: event.currentTarget.value })}
      autosize
      minRows={6}
      maxRows={16}
      data-autofocus
    />
  );
}
