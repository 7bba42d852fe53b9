import { ActionIcon, Anchor, Button, Group, Menu, Text, Title } from "@mantine/core";
import { IconArrowBackUp, IconArrowLeft, IconDownload, IconKeyboard } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { moment } from "@/language/numbers";
import { download } from "@/pieces/download";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { useCatalogues } from "../catalogue";
import { OutboxState } from "../deciding/OutboxState";
import type { Decisions } from "../deciding/useOutbox";
import { useGo } from "../place";
import type { Run } from "../runs/runs";
import { EVERYTHING, type Filter, isEverything, queryOf } from "./filter";

type Props = {
  run: Run;
  filter: Filter;
  decisions: Decisions;
  canUndo: boolean;
  onUndo: () => void;
  onHelp: () => void;
};

/** Which run this is, whether everything is saved, and the way out as a file. */
export function ReviewHeader({ run, filter, decisions, canUndo, onUndo, onHelp }: Props) {
  const { t } = useTranslation("nomenclature");
  const go = useGo();
  const catalogue = useCatalogues().data?.find((one) => one.id === run.catalogue_id);
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ minWidth: 0, maxWidth: "100%" }}>
        <Anchor component="button" type="button" size="xs" onClick={() => go({})}>
          <IconArrowLeft size={12} style={{ verticalAlign: "-0.125em" }} aria-hidden /> {t("review.back")}
        </Anchor>
        <Title order={1} size="h4" lineClamp={1}>
          {run.title}
        </Title>
        <Text size="xs" c="dimmed">
          {[catalogue?.name, moment(run.created_at)].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <Group gap="xs">
        <OutboxState decisions={decisions} />
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t("review.undo")}
          title={`${t("review.undo")} (Z)`}
          disabled={!canUndo}
          onClick={onUndo}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t("review.keys")} title={`${t("review.keys")} (?)`} onClick={onHelp}>
          <IconKeyboard size={16} />
        </ActionIcon>
        <DownloadMenu run={run} filter={filter} />
      </Group>
    </Group>
  );
}

/** The run as a file, or the rows of the filter alone: for Excel and 1C, or as plain text. */
function DownloadMenu({ run, filter }: { run: Run; filter: Filter }) {
  const { t } = useTranslation("nomenclature");
  const tell = useTroubleNotice();
  const downloading = useMutation({
    mutationFn: ({ format, of }: { format: "xlsx" | "csv"; of: Filter }) => {
      const query = new URLSearchParams({ format, ...inText(of) });
      return download(`/api/v1/mappings/${run.id}/download?${query.toString()}`, `${run.title}.${format}`);
    },
    onError: tell,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={16} />} loading={downloading.isPending}>
          {t("review.download")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => downloading.mutate({ format: "xlsx", of: EVERYTHING })}>{t("review.xlsx")}</Menu.Item>
        <Menu.Item onClick={() => downloading.mutate({ format: "csv", of: EVERYTHING })}>{t("review.csv")}</Menu.Item>
        {!isEverything(filter) && (
          <Menu.Item onClick={() => downloading.mutate({ format: "xlsx", of: filter })}>{t("review.xlsxShown")}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a filter asks for, as an address tells it: the rows of a file stand as in the price list, however they are sorted here. */
function inText(filter: Filter): Record<string, string> {
  const conditions = queryOf({ ...filter, order: "number", isDescending: false });
  return Object.fromEntries(Object.entries(conditions).map(([name, value]) => [name, String(value)]));
}
