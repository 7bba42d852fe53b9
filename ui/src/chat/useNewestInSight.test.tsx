import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";

import { useNewestInSight } from "./useNewestInSight";

let newestAt = 0;
let watchers: Growth[] = [];

/** Stands for the browser's, which tells a change of size. */
class Growth {
  isOn = false;
  private readonly tell: () => void;
  constructor(tell: () => void) {
    this.tell = tell;
    watchers.push(this);
  }
  observe() {
    this.isOn = true;
  }
  disconnect() {
    this.isOn = false;
  }
  grow() {
    if (this.isOn) this.tell();
  }
}

function Talk({ count }: { count: number }) {
  const column = useRef<HTMLDivElement>(null);
  useNewestInSight(column, count);
  return (
    <div role="log">
      <div ref={column}>{Array.from({ length: count }, (_, at) => <p key={at}>{at}</p>)}</div>
    </div>
  );
}

/** An answer above the newest has come and takes its room. */
function answerComes(at: number): void {
  newestAt = at;
  for (const watcher of watchers) watcher.grow();
}

const scrolled = () => screen.getByRole("log").scrollTop;

beforeEach(() => {
  watchers = [];
  newestAt = 100;
  Object.assign(globalThis, { ResizeObserver: Growth });
  Object.defineProperty(HTMLElement.prototype, "offsetTop", { configurable: true, get: () => newestAt });
});

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, "offsetTop");
});

test("the newest entry stays in sight while those above it grow", () => {
  render(<Talk count={2} />);
  expect(scrolled()).toBe(100);
  answerComes(700);
  expect(scrolled()).toBe(700);
});

test.each(["wheel", "pointerDown", "keyDown", "touchMove"] as const)("a person who moves (%s) is left where he is", (move) => {
  render(<Talk count={2} />);
  fireEvent[move](screen.getByText("0"));
  answerComes(700);
  expect(scrolled()).toBe(100);
});

test("a new question comes to the top, wherever the person has been", () => {
  const { rerender } = render(<Talk count={2} />);
  fireEvent.wheel(screen.getByText("0"));
  newestAt = 900;
  rerender(<Talk count={3} />);
  expect(scrolled()).toBe(900);
});
