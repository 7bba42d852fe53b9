import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";

import { Shell } from "./Shell";
import { NotFound } from "./NotFound";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/nomenclature" });
  },
});
const nomenclature = createRoute({
  getParentRoute: () => root,
  path: "/nomenclature",
  component: lazyRouteComponent(() => import("@/features/nomenclature/NomenclaturePage"), "NomenclaturePage"),
});
const database = createRoute({
  getParentRoute: () => root,
  path: "/database",
  component: lazyRouteComponent(() => import("@/features/database-assistant/DatabasePage"), "DatabasePage"),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: "/documents",
  component: lazyRouteComponent(() => import("@/features/documents/DocumentsPage"), "DocumentsPage"),
});
const admin = createRoute({
  getParentRoute: () => root,
  path: "/admin",
  component: lazyRouteComponent(() => import("@/features/admin/AdminPage"), "AdminPage"),
});

/** Every page of the application; what a page needs is loaded when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([home, nomenclature, database, documents, admin]),
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
