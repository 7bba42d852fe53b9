import { noAnswer } from "@/api/connection";

/** Loads a part of the page; where the server is away, as soon as it is there again. */
export async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await noAnswer();
    return await load();
  }
}
