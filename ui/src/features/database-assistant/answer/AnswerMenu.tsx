import { ActionIcon, Box, Button, Group, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBulb, IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { download } from "@/pieces/download";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import type { Answer } from "../answer";
import { useProposal } from "../answers";

/** What can be done with an answer: take its rows away as a file, propose it as an example. */
export function AnswerMenu({ answer }: { answer: Answer }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Propose answer={answer} />
      <Export answer={answer} />
    </Group>
  );
}

function Export({ answer }: { answer: Answer }) {
  const { t } = useTranslation("database-assistant");
  const tell = useTroubleNotice();
  const [isExporting, setExporting] = useState(false);

  async function take(format: "xlsx" | "csv") {
    setExporting(true);
    try {
      await download(`/api/v1/answers/${answer.id}/export?format=${format}`, `answer-${answer.id}.${format}`);
    } catch (error) {
      tell(error);
    } finally {
      setExporting(false);
    }
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={isExporting}
          title={t("menu.exportAll")}
          aria-label={t("menu.export")}
        >
          <IconDownload size={15} stroke={1.6} aria-hidden />
          <Box component="span" visibleFrom="sm" ml={6}>
            {t("menu.export")}
          </Box>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("menu.exportAll")}</Menu.Label>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => void take("xlsx")}>
          {t("menu.xlsx")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => void take("csv")}>
          {t("menu.csv")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Propose({ answer }: { answer: Answer }) {
  const { t } = useTranslation("database-assistant");
  const tell = useTroubleNotice();
  const proposal = useProposal();

  function propose() {
    proposal.mutate(answer.id, {
      onSuccess: (example) => notifications.show({ message: t(`proposal.${example.state}`) }),
      onError: tell,
    });
  }

  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t("menu.propose")}
      title={t("menu.propose")}
      loading={proposal.isPending}
      disabled={proposal.isSuccess}
      onClick={propose}
    >
      <IconBulb size={17} stroke={1.6} />
    </ActionIcon>
  );
}
