/** Of a cut text so much is its end. */
const END_SHARE = 0.4;

/** A text of at most so many characters: of a longer one the beginning and the end. */
export function middleCut(text: string, longest: number): string {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const end = Math.floor((longest - 1) * END_SHARE);
  const beginning = longest - 1 - end;
  return `${letters.slice(0, beginning).join("").trimEnd()}…${letters.slice(-end).join("").trimStart()}`;
}
