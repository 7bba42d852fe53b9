import { Group, NumberInput, PasswordInput, Select, TagsInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type AddressDraft, type Dialect, dialectNames, dialects, tlsModes, type Tls, usualPort } from "./address";

type Props = {
  draft: AddressDraft;
  onDraft: (draft: AddressDraft) => void;
  password: string;
  onPassword: (password: string) => void;
  /** An empty password leaves the one that is kept. */
  keepsPassword: boolean;
};

/** The fields of an address: those that the dialect has. */
export function AddressFields(props: Props) {
  const { t } = useTranslation("admin");
  const { draft, onDraft } = props;
  const isFile = draft.dialect === "sqlite";
  return (
    <>
      <TextInput
        label={t("database.name")}
        description={t("database.nameAbout")}
        placeholder={t("database.nameExample")}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Select
        label={t("database.dialect")}
        data={dialects.map((dialect) => ({ value: dialect, label: dialectNames[dialect] }))}
        value={draft.dialect}
        allowDeselect={false}
        onChange={(dialect) => dialect && onDraft({ ...draft, dialect: dialect as Dialect })}
      />
      {!isFile && <ServerFields {...props} />}
      <TextInput
        label={isFile ? t("database.file") : t("database.database")}
        description={isFile ? t("database.fileAbout") : undefined}
        required
        maxLength={255}
        value={draft.database}
        onChange={(event) => onDraft({ ...draft, database: event.currentTarget.value })}
      />
      {!isFile && <RoleFields {...props} />}
      {!isFile && <OptionFields draft={draft} onDraft={onDraft} />}
    </>
  );
}

function ServerFields({ draft, onDraft }: Pick<Props, "draft" | "onDraft">) {
  const { t } = useTranslation("admin");
  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        label={t("database.host")}
        placeholder="db.firm.local"
        required
        maxLength={253}
        flex={1}
        value={draft.host}
        onChange={(event) => onDraft({ ...draft, host: event.currentTarget.value.trim() })}
      />
      <NumberInput
        label={t("database.port")}
        placeholder={String(usualPort(draft.dialect, draft.tls) ?? "")}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        w={110}
        value={draft.port ?? ""}
        onChange={(port) => onDraft({ ...draft, port: port === "" ? null : Number(port) })}
      />
    </Group>
  );
}

function RoleFields({ draft, onDraft, password, onPassword, keepsPassword }: Props) {
  const { t } = useTranslation("admin");
  return (
    <Group align="flex-start" gap="sm" grow preventGrowOverflow={false}>
      <TextInput
        label={t("database.user")}
        description={t("database.userAbout")}
        required
        maxLength={255}
        autoComplete="off"
        miw={220}
        value={draft.user}
        onChange={(event) => onDraft({ ...draft, user: event.currentTarget.value })}
      />
      <PasswordInput
        label={t("database.password")}
        description={keepsPassword ? t("database.passwordKept") : t("database.passwordAbout")}
        maxLength={500}
        autoComplete="new-password"
        miw={220}
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
      />
    </Group>
  );
}

function OptionFields({ draft, onDraft }: Pick<Props, "draft" | "onDraft">) {
  const { t } = useTranslation("admin");
  const isEncrypted = draft.tls === "required" || draft.tls === "verified";
  return (
    <>
      <Select
        label={t("database.tls")}
        description={draft.tls ? t(`database.tlsAbout.${draft.tls}`) : t("database.tlsAbout.usual")}
        placeholder={t("database.tlsModes.usual")}
        data={tlsModes.map((mode) => ({ value: mode, label: t(`database.tlsModes.${mode}`) }))}
        value={draft.tls}
        clearable
        onChange={(tls) => onDraft({ ...draft, tls: tls as Tls | null })}
      />
      {isEncrypted && (
        <TextInput
          label={t("database.caFile")}
          description={draft.dialect === "mssql" ? t("database.caFileNeeded") : t("database.caFileAbout")}
          placeholder="firm-ca.pem"
          value={draft.caFile}
          onChange={(event) => onDraft({ ...draft, caFile: event.currentTarget.value.trim() })}
        />
      )}
      <TagsInput
        label={t("database.namespaces")}
        description={t("database.namespacesAbout")}
        placeholder={draft.namespaces.length === 0 ? t("database.namespacesAll") : ""}
        value={draft.namespaces}
        onChange={(namespaces) => onDraft({ ...draft, namespaces })}
        splitChars={[",", ";", " "]}
      />
    </>
  );
}
