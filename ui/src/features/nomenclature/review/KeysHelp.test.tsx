import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";

import { show } from "@/pieces/testing";

import "../words";
import { KeysHelp } from "./KeysHelp";

afterEach(cleanup);

function Opened() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>open</button>
      <KeysHelp isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

it("leaves Enter to the row after the help was opened by its button and closed", async () => {
  await show(<Opened />, "en");
  await userEvent.click(screen.getByRole("button", { name: "open" }));
  await screen.findByRole("dialog");
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 300)); // the focus comes back later than the dialog goes
  await userEvent.keyboard("{Enter}");
  expect(screen.queryByRole("dialog")).toBeNull();
});
