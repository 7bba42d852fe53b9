import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const MANTINE = "node_modules/@mantine/core";
const OF_NAMES = /import \{([^}]*)\} from "@mantine\/core"/g;

/** What every page has, whatever it is made of. */
const GROUND = ["baseline", "default-css-variables", "global"];

describe("Mantine's styles", () => {
  const listed = [...readFileSync("src/app/mantine.css", "utf8").matchAll(/styles\/([\w-]+)\.css/g)].map(([, name]) => name ?? "");

  it("are those of all that the page is made of, and no others", () => {
    expect([...listed].sort()).toEqual([...GROUND, ...stylesOf(namesUsed())].sort());
  });

  it("stand in Mantine's order", () => {
    const whole = readFileSync(`${MANTINE}/styles.css`, "utf8");
    const places = listed.map((name) => whole.indexOf(readFileSync(`${MANTINE}/styles/${name}.css`, "utf8").trim()));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

/** What the page and Mantine's notices take of Mantine. */
function namesUsed(): Set<string> {
  const files = [...filesIn("src", /\.tsx?$/), ...filesIn("node_modules/@mantine/notifications/esm", /\.mjs$/)];
  const lists = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(OF_NAMES)].map(([, list]) => list ?? ""));
  return new Set(lists.flatMap((list) => list.split(",")).map((name) => name.trim()));
}

function filesIn(folder: string, kind: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => kind.test(name)).map((name) => join(folder, name));
}

/** The styles of these components, and of those they are made of themselves. */
function stylesOf(names: Set<string>): Set<string> {
  const seen = new Set<string>();
  const styles = new Set<string>();

  function visit(file: string): void {
    if (seen.has(file)) return;
    seen.add(file);
    const style = /(\w+)\.module\.mjs$/.exec(file)?.[1];
    if (style) styles.add(style);
    for (const [, other = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) visit(join(dirname(file), other));
  }

  const index = readFileSync(`${MANTINE}/esm/index.mjs`, "utf8");
  for (const [, list = "", file = ""] of index.matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)) {
    if (list.split(",").some((name) => names.has(name.trim()))) visit(join(`${MANTINE}/esm`, file));
  }
  return styles;
}
