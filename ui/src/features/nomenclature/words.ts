import type { english } from "./words/english";

/** Every text of the room: what English has, with Russian's two plural forms more. */
export type Words = Both<typeof english>;

type Both<Told> = Told extends string ? string : { [Key in keyof Told]: Both<Told[Key]> } & Plurals<keyof Told>;

type Plurals<Keys> = { [Key in Keys as Key extends `${infer Stem}_one` ? `${Stem}_few` | `${Stem}_many` : never]: string };
