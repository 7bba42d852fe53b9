import { Select, type SelectProps, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { type Role, roles } from "./members";

type Props = Pick<SelectProps, "label" | "aria-label" | "size" | "disabled" | "description"> & {
  value: Role;
  onChange: (role: Role) => void;
};

/** The choice of a role, each with what it may do beside it. */
export function RoleSelect({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation("admin");
  return (
    <Select
      {...rest}
      data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      value={value}
      allowDeselect={false}
      rightSectionWidth={24}
      maxDropdownHeight={320}
      comboboxProps={{ withinPortal: true, width: 300, position: "bottom-start" }}
      renderOption={({ option }) => (
        <div>
          <Text size="sm" fw={option.value === value ? 600 : 400}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`rolesAbout.${option.value as Role}`)}
          </Text>
        </div>
      )}
      onChange={(role) => role && role !== value && onChange(role as Role)}
    />
  );
}
