import { serve } from "@/pieces/testingServer";

import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";

import { pageOf, showAt } from "../testing";
import { KeysSection } from "./KeysSection";

afterEach(cleanup);

const key = { id: 7, name: "1C", prefix: "spk_ab", created_at: "2026-11-01T08:00:00Z", last_used_at: null, revoked_at: null };

describe("an API key", () => {
  it("is shown once, when it is made", async () => {
    const asked = serve({
      "GET /api/v1/api-keys": () => pageOf(),
      "POST /api/v1/api-keys": () => Response.json({ ...key, key: "spk_abcdef" }, { status: 201 }),
    });
    await showAt("/admin", KeysSection, "en");
    await userEvent.click((await screen.findAllByRole("button", { name: "New key" }))[0] as HTMLElement);
    await userEvent.type(await screen.findByLabelText(/^Name/), " 1C ");
    await userEvent.click(screen.getByRole("button", { name: "Make the key" }));
    expect(await screen.findByText("spk_abcdef")).toBeTruthy();
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ name: "1C" });
    await userEvent.click(screen.getByRole("button", { name: "I have kept it" }));
    await waitFor(() => expect(screen.queryByText("spk_abcdef")).toBeNull());
  });

  it("is revoked after one question", async () => {
    const asked = serve({
      "GET /api/v1/api-keys": () => pageOf(key),
      "DELETE /api/v1/api-keys/7": () => new Response(null, { status: 204 }),
    });
    await showAt("/admin", KeysSection, "en");
    await userEvent.click(await screen.findByRole("button", { name: "Revoke the key 1C" }));
    await userEvent.click(await screen.findByRole("button", { name: "Revoke" }));
    await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
  });
});
