import { ActionIcon, Anchor, Menu, Table, Text } from "@mantine/core";
import { IconDots, IconDownload, IconRefresh, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { moment, number } from "@/language/numbers";
import { download } from "@/pieces/download";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import { ROOM, searchOf } from "../place";
import { RunState } from "./RunState";
import classes from "./runs.module.css";
import { type Run, useRestartRun } from "./runs";

type Props = { run: Run; catalogue: string; onDelete: () => void };

/** A run of the list: its name opens it. */
export function RunLine({ run, catalogue, onDelete }: Props) {
  const { t } = useTranslation("nomenclature");
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          fw={500}
          size="sm"
          className={classes.title}
          title={run.title}
          renderRoot={(props) => <Link to={ROOM as never} search={searchOf({ run: run.id }) as never} {...props} />}
        >
          {run.title}
        </Anchor>
        <Text size="xs" c="dimmed" hiddenFrom="md" truncate>
          {[catalogue, moment(run.created_at)].filter(Boolean).join(" · ")}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {t("starting.rows", { count: run.row_count })}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Text size="sm" truncate title={catalogue}>
          {catalogue}
        </Text>
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {number(run.row_count)}
      </Table.Td>
      <Table.Td>
        <RunState run={run} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Text size="sm">{moment(run.created_at)}</Text>
      </Table.Td>
      <Table.Td p={0} ta="center">
        <RunMenu run={run} onDelete={onDelete} />
      </Table.Td>
    </Table.Tr>
  );
}

/** What can be done with a run without opening it. */
function RunMenu({ run, onDelete }: { run: Run; onDelete: () => void }) {
  const { t } = useTranslation("nomenclature");
  const tell = useTroubleNotice();
  const restarting = useRestartRun();
  const isBroken = run.job_status === "failed" || run.job_status === "cancelled";
  const save = () => download(`/api/v1/mappings/${run.id}/download?format=xlsx`, `${run.title}.xlsx`).catch(tell);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("runs.actions", { title: run.title })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void save()}>
          {t("runs.download")}
        </Menu.Item>
        {isBroken && (
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => restarting.mutate(run.id, { onError: tell })}>
            {t("runs.restart")}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
          {t("runs.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
