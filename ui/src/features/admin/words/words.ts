import type { english } from "./english";

/** The same words in another language: every key that there is, and none besides. */
type Told<Texts> = { [Key in keyof Texts]: Texts[Key] extends string ? string : Told<Texts[Key]> };

/** The words of this room: all the parts of `english`. */
export type Words = Told<typeof english>;
