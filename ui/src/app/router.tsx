import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";

import { patiently } from "@/pieces/patiently";

import { NotFound } from "./NotFound";
import { PageTrouble } from "./PageTrouble";
import { PageWaiting } from "./PageWaiting";
import { Shell } from "./Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => patiently(() => import("@/features/home/HomePage")), "HomePage"),
});
const nomenclature = createRoute({
  getParentRoute: () => root,
  path: "/nomenclature",
  component: lazyRouteComponent(() => patiently(() => import("@/features/nomenclature/NomenclaturePage")), "NomenclaturePage"),
});
const catalogues = createRoute({
  getParentRoute: () => root,
  path: "/catalogues",
  component: lazyRouteComponent(() => patiently(() => import("@/features/catalogues/CataloguesPage")), "CataloguesPage"),
});
const database = createRoute({
  getParentRoute: () => root,
  path: "/database",
  component: lazyRouteComponent(() => patiently(() => import("@/features/database-assistant/DatabasePage")), "DatabasePage"),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: "/documents",
  component: lazyRouteComponent(() => patiently(() => import("@/features/documents/DocumentsPage")), "DocumentsPage"),
});
const admin = createRoute({
  getParentRoute: () => root,
  path: "/admin",
  component: lazyRouteComponent(() => patiently(() => import("@/features/admin/AdminPage")), "AdminPage"),
});

/** Every page of the application; what a page needs is loaded when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([home, nomenclature, catalogues, database, documents, admin]),
  defaultPreload: "intent",
  defaultErrorComponent: PageTrouble,
  defaultPendingComponent: PageWaiting,
  defaultPendingMs: 150,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
