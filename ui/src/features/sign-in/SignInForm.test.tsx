import { serve } from "@/pieces/testingServer";

import { act, cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { noAnswer } from "@/api/connection";
import { show } from "@/pieces/testing";

import { SignInForm } from "./SignInForm";

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const TOKEN = "POST /api/v1/auth/token";
const tooMany = { type: "/static/docs/problems#too-many-attempts", title: "Too many", status: 429, retry_after_seconds: 3 };

async function tryToSignIn() {
  await userEvent.type(screen.getByLabelText("Электронная почта"), "anna@firm.local");
  await userEvent.type(screen.getByLabelText("Пароль"), "wrong");
  await userEvent.click(screen.getByRole("button", { name: "Войти" }));
}

describe("the sign-in", () => {
  it("after too many wrong tries counts down how long to wait, and is free again by itself", async () => {
    serve({ [TOKEN]: () => Response.json(tooMany, { status: 429 }) });
    await show(<SignInForm />);
    await tryToSignIn();
    const button = await screen.findByRole("button", { name: "Войти через 0:03" });
    expect(button).toHaveProperty("disabled", true);
    expect(screen.getByRole("alert").textContent).toContain("Слишком много неудачных попыток");

    for (let second = 0; second < 3; second++) await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.getByRole("button", { name: "Войти" })).toHaveProperty("disabled", false);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("no longer says that the server does not answer when it does", async () => {
    let isAway = true;
    const gone = () => new Response("Bad gateway", { status: 502 });
    serve({ [TOKEN]: gone, "GET /health/live": () => (isAway ? gone() : { status: "up" }) });
    await show(<SignInForm />);
    await tryToSignIn();
    expect((await screen.findByRole("alert")).textContent).toContain("Сервер не отвечает");
    isAway = false;
    await act(() => noAnswer());
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });
});
