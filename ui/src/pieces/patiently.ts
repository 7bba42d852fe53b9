import { noAnswer } from "@/api/connection";

/** The server is there and has this part no more: another version of the page has been laid there meanwhile. */
export class PartMissing extends Error {}

/** Loads a part of the page; where the server is away, as soon as it is there again. Throws {@link PartMissing}. */
export async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await noAnswer();
    return await load().catch(missing);
  }
}

function missing(cause: unknown): never {
  throw new PartMissing("", { cause });
}
