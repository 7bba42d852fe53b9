import i18next from "i18next";

/** Give a room's words to both languages under its name; may be called before the language is chosen. */
export function addWords(namespace: string, english: object, russian: object): void {
  function add(): void {
    i18next.addResourceBundle("en", namespace, english);
    i18next.addResourceBundle("ru", namespace, russian);
  }
  if (i18next.isInitialized) add();
  else i18next.on("initialized", add);
}
