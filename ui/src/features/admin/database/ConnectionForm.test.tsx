import { serve } from "@/pieces/testingServer";

import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { showAt } from "../testing";
import { ConnectionForm } from "./ConnectionForm";

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const finding = { right: "create-objects", severity: "warning", text_en: "The role may create tables", text_ru: "—" };
const writing = { user: "reader", is_writable: true, is_dangerous: false, findings: [finding] };
const Form = () => <ConnectionForm database={null} />;

/** At one stroke: typed key by key, the form takes a busy machine too long. */
function put(label: RegExp, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

function fill() {
  put(/^Name/, "Warehouse");
  put(/^Server/, "db.firm.local");
  put(/^Database/, "dwh");
  put(/^Role/, "reader");
  put(/^Password/, "secret");
}

describe("connecting a database", () => {
  it("takes a role that can write only when that was said knowingly", async () => {
    const asked = serve({
      "POST /api/v1/databases/check": () => ({ rights: writing }),
      "POST /api/v1/databases": () => Response.json({}, { status: 201 }),
    });
    await showAt("/admin", Form, "en");
    await screen.findByRole("button", { name: "Connect" });
    fill();
    await userEvent.click(screen.getByRole("button", { name: "Connect" }));
    expect(await screen.findByText(/The role may create tables/)).toBeTruthy();
    expect(asked.map(({ path }) => path)).toEqual(["/api/v1/databases/check"]);
    await userEvent.click(screen.getByRole("checkbox"));
    await userEvent.click(screen.getByRole("button", { name: "Connect" }));
    const saved = () => asked.find(({ path }) => path === "/api/v1/databases")?.body;
    await waitFor(() => expect(saved()).toBeTruthy());
    expect(saved()).toMatchObject({
      is_write_allowed: true,
      address: { dialect: "postgresql", host: "db.firm.local", password: "secret" },
    });
  }, 60_000);

  it("tells why it is not reached, until the address is changed", async () => {
    const problem = { type: "#wrong-password", title: "The database refused the role", status: 422, user: "reader" };
    serve({ "POST /api/v1/databases/check": () => Response.json(problem, { status: 422 }) });
    await showAt("/admin", Form, "en");
    await screen.findByRole("button", { name: "Connect" });
    fill();
    await userEvent.click(screen.getByRole("button", { name: "Test the connection" }));
    expect(await screen.findByText("The database refused the role")).toBeTruthy();
    put(/^Password/, "another");
    expect(screen.queryByRole("alert")).toBeNull();
  }, 60_000);

  it("keeps what was typed through a reload, but never the password", async () => {
    serve({});
    await showAt("/admin", Form, "en");
    await screen.findByRole("button", { name: "Connect" });
    fill();
    cleanup();
    await showAt("/admin", Form, "en");
    expect(((await screen.findByLabelText(/^Server/)) as HTMLInputElement).value).toBe("db.firm.local");
    expect((screen.getByLabelText(/^Password/) as HTMLInputElement).value).toBe("");
    expect(JSON.stringify({ ...sessionStorage })).not.toContain("secret");
  }, 60_000);
});
