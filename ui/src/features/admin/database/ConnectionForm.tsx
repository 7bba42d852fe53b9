import { Anchor, Button, Group, Paper, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { SectionHeader } from "@/pieces/SectionHeader";
import { useDraft } from "@/pieces/useDraft";

import { type AddressDraft, addressOf, draftOf, emptyDraft, isComplete, keepsPassword } from "./address";
import { AddressFields } from "./AddressFields";
import { type Database, useConnecting, useDatabaseChange } from "./database";
import { Trial } from "./Trial";
import { useTrial } from "./useTrial";

type Props = { database: Database | null; onClose?: () => void };

/**
 * Connects a database, or changes the address of the one that is. It is reached and the rights of its role are looked
 * at before anything is saved. A password is never kept here, nor given back by the server.
 */
export function ConnectionForm({ database, onClose }: Props) {
  const { t, i18n } = useTranslation("admin");
  const before = database ? draftOf(database) : emptyDraft;
  const [draft, setDraft, clear] = useDraft(`admin.database.${database?.id ?? "new"}`, before);
  const [password, setPassword] = useState("");
  const [isWriteAllowed, setWriteAllowed] = useState(database?.is_write_allowed ?? false);
  const trial = useTrial();
  const connecting = useConnecting();
  const change = useDatabaseChange(database?.id ?? 0);
  const saving = database ? change : connecting;
  const isBusy = trial.isBusy || saving.isBusy;
  const address = addressOf(draft, password);

  function retype(next: AddressDraft) {
    trial.forget();
    setDraft(next);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const rights = await trial.tryOut(address);
    if (rights === null || (rights.isWritable && !isWriteAllowed)) return;
    const wanted = { name: draft.name, address, is_write_allowed: isWriteAllowed };
    try {
      if (database) await change.done(wanted);
      else await connecting.done({ ...wanted, privacy: "schema-only", reader: "both" });
      clear();
      onClose?.();
    } catch {
      // Told below the fields.
    }
  }

  function cancel() {
    clear();
    onClose?.();
  }

  return (
    <Paper withBorder p="md" component="form" onSubmit={(event: FormEvent) => void save(event)}>
      <Stack gap="sm" maw={640}>
        <SectionHeader title={database ? t("database.changeTitle") : t("database.connectTitle")}>
          {t("database.connectAbout")}{" "}
          <Anchor size="sm" href={`/static/docs/${i18n.language}/how-to/connect-a-database/`} target="_blank">
            {t("database.howTo")}
          </Anchor>
        </SectionHeader>
        <AddressFields
          draft={draft}
          onDraft={retype}
          password={password}
          onPassword={(typed) => {
            trial.forget();
            setPassword(typed);
          }}
          keepsPassword={database !== null && keepsPassword(before, draft)}
        />
        <Trial
          rights={trial.rights}
          error={trial.error ?? saving.error}
          draft={draft}
          isWriteAllowed={isWriteAllowed}
          onWriteAllowed={setWriteAllowed}
        />
        <Group gap="xs">
          <Button type="submit" loading={isBusy} disabled={!isComplete(draft)}>
            {database ? t("actions.save") : t("database.connect")}
          </Button>
          <Button variant="default" disabled={isBusy || !isComplete(draft)} onClick={() => void trial.tryOut(address)}>
            {t("database.try")}
          </Button>
          {onClose && (
            <Button variant="subtle" onClick={cancel} disabled={isBusy}>
              {t("actions.cancel")}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
