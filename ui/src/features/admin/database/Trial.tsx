import { Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Trouble } from "@/pieces/Trouble";

import type { AddressDraft } from "./address";
import { ReaderRole } from "./ReaderRole";
import type { Rights } from "./rights";
import { RightsReport } from "./RightsReport";

type Props = {
  /** What trying the address gave; null before it, or where it failed. */
  rights: Rights | null;
  error: unknown;
  draft: AddressDraft;
  isWriteAllowed: boolean;
  onWriteAllowed: (isAllowed: boolean) => void;
};

/** How trying an address went: why it failed, or what its role may do. A role that can write may be taken knowingly. */
export function Trial({ rights, error, draft, isWriteAllowed, onWriteAllowed }: Props) {
  const { t } = useTranslation("admin");
  if (error) return <Trouble error={error} />;
  if (rights === null) return null;
  return (
    <Stack gap="sm" role="status">
      <RightsReport rights={rights} isReached />
      {rights.isWritable && (
        <>
          <ReaderRole place={draft} />
          <Checkbox
            label={t("database.allowWrite")}
            checked={isWriteAllowed}
            onChange={(event) => onWriteAllowed(event.currentTarget.checked)}
          />
        </>
      )}
    </Stack>
  );
}
