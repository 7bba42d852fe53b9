const LATIN: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m",
  н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch",
  ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
};

const LONGEST = 63;

/** A short name made of a full one: «Стройматериалы 2026» → `stroymaterialy-2026`. */
export function slugOf(name: string): string {
  const latin = [...name.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join("");
  const joined = latin.replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "");
  return joined.slice(0, LONGEST).replace(/-+$/, "");
}

/** Whether it is a short name: small Latin letters and digits, with single hyphens between. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9](-?[a-z0-9])*$/.test(text);
}
