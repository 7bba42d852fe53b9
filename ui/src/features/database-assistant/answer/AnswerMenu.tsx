import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBulb, IconDots, IconFileSpreadsheet, IconFileTypeCsv } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { download } from "@/pieces/download";
import { useTroubleNotice } from "@/pieces/useTroubleNotice";

import type { Answer } from "../answer";
import { useProposal } from "../answers";

/** What can be done with an answer: take its rows away as a file, propose it as an example. */
export function AnswerMenu({ answer }: { answer: Answer }) {
  const { t } = useTranslation("database-assistant");
  const tell = useTroubleNotice();
  const proposal = useProposal();
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

  function propose() {
    proposal.mutate(answer.id, {
      onSuccess: (example) => notifications.show({ message: t(`proposal.${example.state}`) }),
      onError: tell,
    });
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" loading={isExporting} aria-label={t("menu.open")} title={t("menu.open")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("menu.exportAll")}</Menu.Label>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => void take("xlsx")}>
          XLSX
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => void take("csv")}>
          CSV
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconBulb size={16} />} onClick={propose} disabled={proposal.isPending || proposal.isSuccess}>
          {t("menu.propose")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
