import { configure } from "@testing-library/react";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, type RouteComponent, RouterProvider } from "@tanstack/react-router";

import type { Schemas } from "@/api/client";
import type { Language } from "@/language/language";
import { show } from "@/pieces/testing";

import "./words";

/** Sections are loaded when they are opened, and a busy machine takes its time for it. */
configure({ asyncUtilTimeout: 10_000 });

/** Shows a screen at an address of the administration, such as `/admin?section=keys`; for `*.test.tsx` only. */
export async function showAt(address: string, screen: RouteComponent, language: Language = "ru") {
  const root = createRootRoute();
  const admin = createRoute({ getParentRoute: () => root, path: "/admin", component: screen });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: root.addChildren([admin]), history });
  return { router, ...(await show(<RouterProvider router={router as never} />, language)) };
}

/** Somebody who is signed in. */
export function meAs(role: Schemas["Role"] | "platform admin"): Schemas["MeOut"] {
  const isPlatformAdmin = role === "platform admin";
  return {
    id: 1,
    email: "anna@firm.local",
    full_name: "Анна Петрова",
    is_active: true,
    is_platform_admin: isPlatformAdmin,
    created_at: "2026-11-01T08:00:00Z",
    current_tenant_id: isPlatformAdmin ? null : 5,
    tenants: isPlatformAdmin ? [] : [{ tenant_id: 5, slug: "zakupki", name: "Закупки", role }],
  };
}

/** A list of one page. */
export function pageOf<Row>(...entries: Row[]) {
  return { entries, next_after: null };
}
