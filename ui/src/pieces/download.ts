import { failureOf, Unreachable } from "@/api/problems";
import { accessToken } from "@/api/session";

/** Fetch a file of the API with the token and hand it to the browser's downloads; throws Refused, Unreachable. */
export async function download(path: string, name: string): Promise<void> {
  const answer = await fetchFile(path);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameIn(answer.headers.get("Content-Disposition")) ?? name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function fetchFile(path: string): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, { headers: { Authorization: `Bearer ${await accessToken()}` } });
  } catch (error) {
    throw error instanceof TypeError ? new Unreachable() : error;
  }
  if (!answer.ok) throw await failureOf(answer);
  return answer;
}

/** The file's name in a `Content-Disposition` header (RFC 6266): the encoded one before the plain one. */
export function nameIn(header: string | null): string | null {
  const encoded = header?.match(/filename\*\s*=\s*UTF-8''([^;]+)/i)?.[1];
  if (encoded) {
    try {
      return decodeURIComponent(encoded.trim());
    } catch {
      // Not as the standard has it; the plain name is left.
    }
  }
  return header?.match(/filename\s*=\s*"([^"]*)"/i)?.[1] ?? header?.match(/filename\s*=\s*([^;\s"]+)/i)?.[1] ?? null;
}
