import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { Trouble } from "./Trouble";
import "./words";

/** A deed to be asked about once. */
type Question = {
  title: string;
  /** What will happen, and what stays. */
  text?: ReactNode;
  /** What the button says: the deed itself, not "yes". */
  action: string;
  /** Done when confirmed. The dialog waits for it, closes after it, and tells where it failed. */
  deed: () => Promise<unknown>;
  isDangerous?: boolean;
};

type Props = { question: Question | null; onClose: () => void };

/** Asks once before a dangerous deed, and stays open with the trouble where the deed fails. */
export function ConfirmDialog({ question, onClose }: Props) {
  const { t } = useTranslation("pieces");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  function close() {
    if (isBusy) return;
    setError(null);
    onClose();
  }

  async function confirm() {
    if (!question) return;
    setBusy(true);
    setError(null);
    try {
      await question.deed();
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal opened={question !== null} onClose={close} title={question?.title} centered closeButtonProps={{ "aria-label": t("confirm.close") }}>
      <Stack>
        {question?.text && (
          <Text component="div" size="sm">
            {question.text}
          </Text>
        )}
        {error !== null && <Trouble error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} disabled={isBusy} data-autofocus>
            {t("confirm.cancel")}
          </Button>
          <Button {...(question?.isDangerous === false ? {} : { color: "red" })} loading={isBusy} onClick={() => void confirm()}>
            {question?.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/**
 * One dialog for all the deeds of a screen: put `dialog` anywhere in it, and call `ask(question)`.
 * `const [dialog, ask] = useConfirm();`
 */
export function useConfirm(): [ReactNode, (question: Question) => void] {
  const [question, setQuestion] = useState<Question | null>(null);
  return [<ConfirmDialog key="confirm" question={question} onClose={() => setQuestion(null)} />, setQuestion];
}
