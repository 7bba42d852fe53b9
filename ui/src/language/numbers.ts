import i18next from "i18next";

/** In figures: `23.11.2026`, `23/11/2026`; short, and of one width under each other. */
const DAY = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

const formats = new Map<string, Intl.NumberFormat>();

/** `12 345,6` in Russian, `12,345.6` in English. */
export function number(value: number, digits = 2): string {
  return figures({ maximumFractionDigits: digits }).format(value);
}

/** A share 0…1 as a percentage without decimals. */
export function percent(share: number): string {
  return figures({ style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** A moment as date and time of this browser's time zone. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { ...DAY, ...TIME }).format(new Date(iso));
}

export function day(iso: string): string {
  return new Intl.DateTimeFormat(locale(), DAY).format(new Date(iso));
}

/** A size in bytes in the unit a reader expects. */
export function fileSize(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)), units.length - 1);
  const style = { style: "unit", unit: units[step], unitDisplay: step > 0 ? "short" : "long", maximumFractionDigits: step > 1 ? 1 : 0 };
  return measured(bytes / 1000 ** step, style as Intl.NumberFormatOptions);
}

/** A limit of the server, which counts in 1024s. */
export function megabytes(bytes: number): string {
  return measured(Math.floor(bytes / 2 ** 20), { style: "unit", unit: "megabyte", unitDisplay: "short" });
}

/** A number and its unit, never on two lines. */
function measured(value: number, style: Intl.NumberFormatOptions): string {
  return figures(style).format(value).replaceAll(" ", "\u00a0");
}

/** Made once for each language and style: making one costs a hundred times what its use does. */
function figures(style: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()} ${JSON.stringify(style)}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(locale(), style);
  formats.set(key, made);
  return made;
}

function locale(): string {
  return i18next.language === "en" ? "en-GB" : "ru-RU";
}
