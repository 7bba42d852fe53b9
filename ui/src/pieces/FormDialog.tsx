import { Button, Group, Modal, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "./Trouble";
import "./words";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the button says. */
  action: string;
  /** Done when the form is sent; the dialog waits, closes after it, and tells where it failed, the fields as they are. */
  onSubmit: () => Promise<unknown>;
  /** Not to be sent yet. */
  isIncomplete?: boolean;
  size?: string | number;
  /** The fields. */
  children: ReactNode;
};

/** A form over the page. */
export function FormDialog({ opened, onClose, title, action, onSubmit, isIncomplete = false, size = "md", children }: Props) {
  const { t } = useTranslation("pieces");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  function close() {
    if (isBusy) return;
    setError(null);
    onClose();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    setError(null);
    try {
      await onSubmit();
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal opened={opened} onClose={close} title={title} size={size} centered closeButtonProps={{ "aria-label": t("confirm.close") }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {children}
          {error !== null && <Trouble error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} disabled={isBusy}>
              {t("confirm.cancel")}
            </Button>
            <Button type="submit" loading={isBusy} disabled={isIncomplete}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
