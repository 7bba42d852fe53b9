import { TextInput, type TextInputProps } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";

type Props = Pick<TextInputProps, "mb"> & { label: string; value: string; onChange: (text: string) => void };

/** A small field above a list: what is typed leaves of the list what holds it. */
export function SearchField({ label, onChange, ...rest }: Props) {
  return (
    <TextInput
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
