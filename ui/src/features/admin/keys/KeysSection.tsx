import { Badge, Button, Code, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useConfirm } from "@/pieces/ConfirmDialog";
import { EmptyState } from "@/pieces/EmptyState";
import { type Column, KeysetTable } from "@/pieces/KeysetTable";
import { SectionHeader } from "@/pieces/SectionHeader";

import { When } from "../When";
import { type ApiKey, useApiKeys, useRevocation } from "./keys";
import { MadeKey, type Made } from "./MadeKey";
import { NewKeyDialog } from "./NewKeyDialog";

/** Keys by which machines call the API for the department. */
export function KeysSection() {
  const { t } = useTranslation("admin");
  const keys = useApiKeys();
  const revocation = useRevocation();
  const [dialog, ask] = useConfirm();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [made, setMade] = useState<Made | null>(null);

  const columns = useColumns((key) =>
    ask({
      title: t("keys.revokeTitle", { name: key.name }),
      text: t("keys.revokeText"),
      action: t("keys.revoke"),
      deed: () => revocation.done(key.id),
    }),
  );
  const newKey = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t("keys.new")}
    </Button>
  );

  return (
    <Stack>
      <SectionHeader title={t("sections.keys")} order={1} actions={newKey}>
        {t("keys.about")}
      </SectionHeader>
      <KeysetTable
        label={t("sections.keys")}
        pages={keys}
        columns={columns}
        keyOf={(key) => key.id}
        isFaded={(key) => key.revoked_at !== null}
        empty={
          <EmptyState title={t("keys.none")} icon={IconKey} action={newKey}>
            {t("keys.first")}
          </EmptyState>
        }
      />
      <NewKeyDialog opened={isOpen} onClose={close} onMade={setMade} />
      <MadeKey made={made} onClose={() => setMade(null)} />
      {dialog}
    </Stack>
  );
}

function useColumns(onRevoke: (key: ApiKey) => void): Column<ApiKey>[] {
  const { t } = useTranslation("admin");
  return [
    { key: "name", title: t("fields.name"), cell: (key) => key.name },
    { key: "prefix", title: t("keys.begins"), cell: (key) => <Code>{key.prefix}…</Code>, visibleFrom: "xs" },
    { key: "made", title: t("fields.made"), cell: (key) => <When at={key.created_at} isDay />, visibleFrom: "md" },
    {
      key: "used",
      title: t("keys.used"),
      cell: (key) => (key.last_used_at === null ? t("keys.neverUsed") : <When at={key.last_used_at} />),
      visibleFrom: "sm",
    },
    {
      key: "revoke",
      title: "",
      label: t("keys.revoke"),
      align: "right",
      width: 130,
      cell: (key) =>
        key.revoked_at === null ? (
          <Button size="compact-xs" variant="light" color="red" onClick={() => onRevoke(key)} aria-label={t("keys.revokeOne", { name: key.name })}>
            {t("keys.revoke")}
          </Button>
        ) : (
          <Badge variant="light" color="gray">
            {t("keys.revoked")}
          </Badge>
        ),
    },
  ];
}
