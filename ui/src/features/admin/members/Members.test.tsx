import { serve } from "@/pieces/testingServer";

import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { pageOf, showAt } from "../testing";
import { Members } from "./Members";

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const anna = { user_id: 3, email: "anna@firm.local", full_name: "Anna", role: "member", is_active: true, joined_at: "2026-11-01T08:00:00Z" };
const Screen = () => <Members tenantId={5} />;

async function takeIn(email: string) {
  await userEvent.click((await screen.findAllByRole("button", { name: "Take somebody in" }))[0] as HTMLElement);
  await userEvent.type(await screen.findByLabelText(/^E-mail/), email);
  await userEvent.click(screen.getByRole("button", { name: "Make one up" }));
  await userEvent.click(screen.getByRole("button", { name: "Take in" }));
}

describe("the people of a department", () => {
  it("who are new get a password, which is shown once to be handed over", async () => {
    const asked = serve({
      "GET /api/v1/tenants/5/users": () => pageOf(),
      "POST /api/v1/tenants/5/users": () => Response.json({ ...anna, is_new_user: true }, { status: 201 }),
    });
    await showAt("/admin", Screen, "en");
    await takeIn("anna@firm.local");
    expect(await screen.findByText("Hand this over")).toBeTruthy();
    const sent = asked.find(({ method }) => method === "POST")?.body as { role: string; password: string };
    expect(sent.role).toBe("member");
    expect(screen.getByText((text) => text.includes(sent.password))).toBeTruthy();
  }, 30_000);

  it("who have an account already keep their password, and none is shown", async () => {
    serve({
      "GET /api/v1/tenants/5/users": () => pageOf(anna),
      "POST /api/v1/tenants/5/users": () => Response.json({ ...anna, is_new_user: false }, { status: 201 }),
    });
    await showAt("/admin", Screen, "en");
    await takeIn("anna@firm.local");
    expect(await screen.findByText(/signs in with the usual password/)).toBeTruthy();
    expect(screen.queryByText("Hand this over")).toBeNull();
  }, 30_000);

  it("are taken out after one question; the last administrator stays, and why is told", async () => {
    const refusal = { type: "/problems/last-admin", title: "The last admin", status: 409, detail: "Make another one first." };
    serve({
      "GET /api/v1/tenants/5/users": () => pageOf({ ...anna, role: "admin" }),
      "DELETE /api/v1/tenants/5/users/3": () => Response.json(refusal, { status: 409 }),
    });
    await showAt("/admin", Screen, "en");
    await userEvent.click(await screen.findByRole("button", { name: "Take anna@firm.local out" }));
    await userEvent.click(await screen.findByRole("button", { name: "Take out" }));
    await waitFor(() => expect(screen.getByText("Make another one first.")).toBeTruthy());
    expect(screen.getByRole("dialog")).toBeTruthy();
  }, 30_000);
});
