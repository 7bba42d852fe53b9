import { serve } from "@/pieces/testingServer";

import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { showAt } from "../testing";
import { ConnectionForm } from "./ConnectionForm";

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const refusal = {
  type: "/problems/writable-role-refused",
  title: "The role can write",
  status: 409,
  detail: "Use a role that can only read.",
  findings: ["The role may create tables"],
};
const Form = () => <ConnectionForm database={null} />;

async function fill() {
  await userEvent.type(screen.getByLabelText(/^Name/), "Warehouse");
  await userEvent.type(screen.getByLabelText(/^Server/), "db.firm.local");
  await userEvent.type(screen.getByLabelText(/^Database/), "dwh");
  await userEvent.type(screen.getByLabelText(/^Role/), "reader");
  await userEvent.type(screen.getByLabelText(/^Password/), "secret");
}

describe("connecting a database", () => {
  it("takes a role that can write only when that was said knowingly", async () => {
    const asked = serve({ "POST /api/v1/databases": () => Response.json(refusal, { status: 409 }) });
    await showAt("/admin", Form, "en");
    await screen.findByRole("button", { name: "Check and connect" });
    await fill();
    await userEvent.click(screen.getByRole("button", { name: "Check and connect" }));
    expect(await screen.findByText("The role may create tables")).toBeTruthy();
    await userEvent.click(screen.getByRole("checkbox"));
    await userEvent.click(screen.getByRole("button", { name: "Check and connect" }));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked.map(({ body }) => (body as { is_write_allowed: boolean }).is_write_allowed)).toEqual([false, true]);
    expect(asked[1]?.body).toMatchObject({ address: { dialect: "postgresql", host: "db.firm.local", password: "secret" } });
  }, 30_000);

  it("keeps what was typed through a reload, but never the password", async () => {
    serve({});
    await showAt("/admin", Form, "en");
    await screen.findByRole("button", { name: "Check and connect" });
    await fill();
    cleanup();
    await showAt("/admin", Form, "en");
    expect(((await screen.findByLabelText(/^Server/)) as HTMLInputElement).value).toBe("db.firm.local");
    expect((screen.getByLabelText(/^Password/) as HTMLInputElement).value).toBe("");
    expect(JSON.stringify({ ...sessionStorage })).not.toContain("secret");
  }, 30_000);
});
