import { Group, Pill, Switch, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useAbilities } from "./abilities";
import { middleCut } from "./library/cutting";
import { documentQuery } from "./library/documents";
import { useFolders } from "./library/folders";
import { type Choosing, isEverything, withDocumentToggled, withFolderToggled } from "./scope";

type Props = Choosing & { isQuotedOnly: boolean; onQuotedOnly: (isQuotedOnly: boolean) => void };

/** More names than these would push the field away. */
const MOST_NAMED = 6;
const LONGEST_NAME = 28;

/**
 * Above the field: which documents the question is put to, and how it is to be answered. Without a language model every
 * answer is a quotation, and there is nothing to choose.
 */
export function ScopeBar({ scope, choose, isQuotedOnly, onQuotedOnly }: Props) {
  const { t } = useTranslation("documents");
  const hasLlm = useAbilities().data?.has_llm ?? false;
  return (
    <Group gap="xs" mb={6} justify="space-between" wrap="wrap">
      <Group gap={4} flex="1 1 12rem" miw={0} role="group" aria-label={t("scope.label")}>
        <Text size="xs" c="dimmed">
          {t("scope.label")}
        </Text>
        {isEverything(scope) ? <Pill>{t("scope.all")}</Pill> : <Names scope={scope} choose={choose} />}
      </Group>
      {hasLlm && (
        <Switch
          size="xs"
          label={t("scope.quotedOnly")}
          title={t("scope.quotedOnlyHint")}
          checked={isQuotedOnly}
          onChange={(event) => onQuotedOnly(event.currentTarget.checked)}
        />
      )}
    </Group>
  );
}

function Names({ scope, choose }: Choosing) {
  const { t } = useTranslation("documents");
  const folders = useFolders().data ?? [];
  const namedIds = scope.document_ids.slice(0, Math.max(MOST_NAMED - scope.folder_ids.length, 1));
  const documents = useQueries({ queries: namedIds.map(documentQuery) });
  const hiddenCount = scope.document_ids.length - namedIds.length;
  return (
    <>
      {scope.folder_ids.map((id) => (
        <Name
          key={`folder ${id}`}
          name={folders.find((folder) => folder.id === id)?.name ?? t("scope.goneFolder")}
          onRemove={() => choose(withFolderToggled(scope, folders, id))}
        />
      ))}
      {namedIds.map((id, index) => (
        <Name
          key={`document ${id}`}
          name={nameOf(documents[index]?.data, t("scope.goneDocument"))}
          onRemove={() => choose(withDocumentToggled(scope, id))}
        />
      ))}
      {hiddenCount > 0 && (
        <Text size="xs" c="dimmed">
          {t("scope.more", { count: hiddenCount })}
        </Text>
      )}
    </>
  );
}

/** `undefined`: not known yet; `null`: deleted, which the user should see and take away. */
function nameOf(document: { name: string } | null | undefined, gone: string): string {
  return document === null ? gone : (document?.name ?? "…");
}

function Name({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("documents");
  return (
    <Pill
      maw={220}
      title={name}
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ "aria-label": t("scope.remove", { name }), tabIndex: 0, "aria-hidden": false }}
    >
      {middleCut(name, LONGEST_NAME)}
    </Pill>
  );
}
