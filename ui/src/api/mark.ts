const MARK = "spravka_signed_in";

/** Whether there may be a sign-in to go on with: the server sets the mark beside the cookie that no script can read. */
export function isMarked(): boolean {
  return document.cookie.split("; ").some((cookie) => cookie.startsWith(`${MARK}=`));
}

export function dropMark(): void {
  document.cookie = `${MARK}=; path=/; max-age=0`;
}
