/** A text with its forms for numbers; `few` and `many` are those of Russian. */
export type Counted<Name extends string> = Record<`${Name}_one` | `${Name}_other`, string> &
  Partial<Record<`${Name}_few` | `${Name}_many`, string>>;

/** Every text of English words in another language, with Russian's two plural forms more. */
export type Told<English> = English extends string ? string : { [Key in keyof English]: Told<English[Key]> } & More<keyof English>;

type More<Keys> = { [Key in Keys as Key extends `${infer Stem}_one` ? `${Stem}_few` | `${Stem}_many` : never]: string };
