import { Button } from "@mantine/core";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";

import { Unreachable } from "@/api/problems";

import { useConfirm } from "./ConfirmDialog";
import { show } from "./testing";

afterEach(cleanup);

function Screen({ deed }: { deed: () => Promise<unknown> }) {
  const [dialog, ask] = useConfirm();
  return (
    <>
      <Button onClick={() => ask({ title: "Отозвать ключ?", action: "Отозвать", deed })}>Убрать</Button>
      {dialog}
    </>
  );
}

describe("a dangerous deed", () => {
  it("is done once it is confirmed, and the dialog closes", async () => {
    const deed = vi.fn().mockResolvedValue(undefined);
    await show(<Screen deed={deed} />);
    await userEvent.click(screen.getByRole("button", { name: "Убрать" }));
    expect(deed).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Отозвать" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(deed).toHaveBeenCalledTimes(1);
  });

  it("is not done when it is cancelled", async () => {
    const deed = vi.fn();
    await show(<Screen deed={deed} />);
    await userEvent.click(screen.getByRole("button", { name: "Убрать" }));
    await userEvent.click(screen.getByRole("button", { name: "Отмена" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(deed).not.toHaveBeenCalled();
  });

  it("that fails keeps the dialog open and tells why", async () => {
    await show(<Screen deed={() => Promise.reject(new Unreachable())} />);
    await userEvent.click(screen.getByRole("button", { name: "Убрать" }));
    await userEvent.click(screen.getByRole("button", { name: "Отозвать" }));
    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(screen.getByRole("dialog")).toBeTruthy();
  });
});
