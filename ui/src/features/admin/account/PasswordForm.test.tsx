import { serve } from "@/pieces/testingServer";

import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";

import { show } from "@/pieces/testing";

import "../words";
import { PasswordForm } from "./PasswordForm";

afterEach(cleanup);

it("one's own password is not changed by whoever does not know it, which is told at the field", async () => {
  const refusal = { type: "/static/docs/problems#wrong-credentials", title: "Wrong", status: 401 };
  serve({ "POST /api/v1/users/me/password": () => Response.json(refusal, { status: 401 }) });
  await show(<PasswordForm email="anna@firm.local" />);
  await userEvent.type(screen.getByLabelText(/^Текущий пароль/), "wrong");
  await userEvent.type(screen.getByLabelText(/^Новый пароль/), "long-enough-one");
  await userEvent.click(screen.getByRole("button", { name: "Сменить пароль" }));
  expect(await screen.findByText(/Это не ваш текущий пароль/)).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});
