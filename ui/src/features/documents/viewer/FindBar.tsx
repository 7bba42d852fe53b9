import { ActionIcon, CloseButton, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useTroubleWords } from "@/pieces/useTroubleWords";

import { type FoundPlace, useFoundPlaces } from "./finding";

type Props = {
  documentId: number;
  readyPageCount: number;
  /** The page one looks from. */
  page: number;
  onPlace: (place: FoundPlace) => void;
  onClose: () => void;
};

const FIND_AFTER_MS = 300;

/** Looks for words in the open document, whatever their endings, and goes from one place to the next. */
export function FindBar({ documentId, readyPageCount, page, onPlace, onClose }: Props) {
  const { t } = useTranslation("documents");
  const [text, setText] = useState("");
  const [sought] = useDebouncedValue(text.trim(), FIND_AFTER_MS);
  const found = useFoundPlaces(documentId, sought, readyPageCount);
  const places = sought && !found.isPlaceholderData ? (found.data?.places ?? null) : null;
  const [reached, setReached] = useState<{ sought: string; at: number } | null>(null);
  const at = reached?.sought === sought ? reached.at : null;

  useEffect(() => {
    if (!places || at !== null || places.length === 0) return;
    step(places, firstFrom(places, page));
    // Once, as the places come: afterwards the reader goes where he wants.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [places]);

  function step(all: FoundPlace[], wanted: number) {
    const next = (wanted + all.length) % all.length;
    const place = all[next];
    if (!place) return;
    setReached({ sought, at: next });
    onPlace(place);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Enter" && places && places.length > 0) step(places, (at ?? -1) + (event.shiftKey ? -1 : 1));
  }

  const isNone = !places || places.length === 0;
  return (
    <Group gap={4} wrap="nowrap" mb="xs" role="search" onKeyDown={onKeyDown}>
      <TextInput
        size="xs"
        flex={1}
        miw={0}
        autoFocus
        maxLength={200}
        leftSection={<IconSearch size={14} />}
        aria-label={t("viewer.find")}
        placeholder={t("viewer.find")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Found count={places?.length ?? null} at={at} isCut={found.data?.is_cut ?? false} error={sought ? found.error : null} />
      <ActionIcon variant="default" disabled={isNone} aria-label={t("viewer.findBefore")} onClick={() => places && step(places, (at ?? 0) - 1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon variant="default" disabled={isNone} aria-label={t("viewer.findAfter")} onClick={() => places && step(places, (at ?? -1) + 1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <CloseButton size="sm" aria-label={t("viewer.findClose")} onClick={onClose} />
    </Group>
  );
}

type FoundProps = { count: number | null; at: number | null; isCut: boolean; error: unknown };

function Found({ count, at, isCut, error }: FoundProps) {
  const { t } = useTranslation("documents");
  const words = useTroubleWords();
  if (count === null && !error) return null;
  const told = error
    ? words(error).title
    : count === 0
      ? t("viewer.findNone")
      : t("viewer.findAt", { at: (at ?? 0) + 1, count: count ?? 0, more: isCut ? "+" : "" });
  return (
    <Text size="xs" c="dimmed" role="status" style={{ whiteSpace: "nowrap" }}>
      {told}
    </Text>
  );
}

/** The first place on the page or after it; the very first where there is none. */
function firstFrom(places: FoundPlace[], page: number): number {
  return Math.max(places.findIndex((place) => (place.words[0]?.page ?? 0) >= page), 0);
}
