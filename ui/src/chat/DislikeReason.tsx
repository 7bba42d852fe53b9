import { Button, Group, Popover, Stack, Textarea } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useDraft } from "./drafts";

type Props = {
  isOpen: boolean;
  messageId: number;
  onClose: () => void;
  onReason: (reason: string) => void;
  children: ReactNode;
};

/** Beside the thumb: what is wrong with the answer. The dislike counts also without a reason. */
export function DislikeReason({ isOpen, messageId, onClose, onReason, children }: Props) {
  const { t } = useTranslation("chat");
  const [reason, setReason] = useDraft(`reason.${messageId}`);

  function save() {
    if (reason.trim()) onReason(reason.trim());
    setReason("");
    onClose();
  }

  return (
    <Popover opened={isOpen} onDismiss={onClose} width={300} trapFocus withArrow shadow="md" position="bottom-start">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Textarea
            label={t("marks.why")}
            placeholder={t("marks.reasonHint")}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={getHotkeyHandler([["mod+Enter", () => reason.trim() && save()]])}
          />
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
              {t("marks.skip")}
            </Button>
            <Button size="xs" onClick={save} disabled={!reason.trim()}>
              {t("marks.save")}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
