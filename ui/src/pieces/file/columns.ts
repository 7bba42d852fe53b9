import { useTranslation } from "react-i18next";

import "../words";

const LONGEST = 500;

/**
 * A column as the server is told of it: by its header, which is unique, or (where that is no plain line) by its
 * number counted from 1.
 */
export function columnName(header: readonly string[], place: number): string {
  const name = header[place] ?? "";
  const isPlain = name !== "" && name === name.trim() && name.length <= LONGEST && !/\p{Cc}/u.test(name);
  return isPlain ? name : String(place + 1);
}

/** What a column is called on the page: one that has no heading by the letters that the server made up for it. */
export function useColumnTitle(header: readonly string[]): (place: number) => string {
  const { t } = useTranslation("pieces");
  return (place) => {
    const heading = header[place] ?? "";
    const letters = heading === "" ? String(place + 1) : /^Column ([A-Z]{1,3})$/.exec(heading)?.[1];
    return letters === undefined ? heading : t("file.column", { letters });
  };
}
