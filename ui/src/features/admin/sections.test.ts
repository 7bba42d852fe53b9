import { describe, expect, it } from "vitest";

import { chosenSection, keeperOf, sectionsFor, type Viewer } from "./sections";

const member: Viewer = { isPlatformAdmin: false, role: "member", modes: ["databases"] };
const seenBy = (viewer: Viewer) => sectionsFor(viewer).flatMap((group) => group.sections);

describe("the sections of the administration", () => {
  it("are one's own account and the health for a member", () => {
    expect(seenBy(member)).toEqual(["account", "health"]);
  });

  it("are the examples besides for an expert", () => {
    expect(seenBy({ ...member, role: "expert" })).toEqual(["examples", "account", "health"]);
  });

  it("hide the database where the department has no such service", () => {
    expect(seenBy({ ...member, role: "expert", modes: [] })).toEqual(["account", "health"]);
    expect(seenBy({ ...member, role: "admin", modes: ["documents"] })).toEqual(["members", "keys", "usage", "audit", "account", "health"]);
  });

  it("are departments and users for an administrator of the platform, and nothing of a department", () => {
    expect(seenBy({ isPlatformAdmin: true, role: null, modes: [] })).toEqual(["tenants", "users", "account", "health"]);
  });

  it("show no group that has nothing in it", () => {
    expect(sectionsFor(member).map((group) => group.name)).toEqual(["mine"]);
  });

  it("open at the one asked for, else at the first; at none where it is not for whoever looks", () => {
    const groups = sectionsFor({ ...member, role: "admin" });
    expect(chosenSection(groups, "audit")).toBe("audit");
    expect(chosenSection(groups, "no such section")).toBe("members");
    expect(chosenSection(groups, undefined)).toBe("members");
    expect(chosenSection(groups, "tenants")).toBeNull();
  });

  it("that are closed are opened by the platform, the department, or with the service", () => {
    expect(keeperOf("tenants", member)).toBe("platform");
    expect(keeperOf("keys", member)).toBe("department");
    expect(keeperOf("prompts", { ...member, role: "admin", modes: [] })).toBe("service");
  });
});
