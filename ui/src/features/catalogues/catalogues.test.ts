import { describe, expect, it } from "vitest";

import { pointsOf, scaleOf } from "./accuracyLine";
import { placeOf } from "./place";
import { stepsOf } from "./steps";
import { growthOf, judgedOrNot, pointsAbove, type Version } from "./versions";

describe("the line of accuracies", () => {
  it("has room for the values, and never the same top and bottom", () => {
    expect(scaleOf([0.83, 0.91])).toEqual({ from: 0.8, to: 0.95 });
    const alone = scaleOf([1]);
    expect(alone.to).toBeGreaterThan(alone.from);
  });

  it("goes from left to right, the better the higher", () => {
    const [worse, better] = pointsOf([0.8, 1], { from: 0.8, to: 1 }, 100, 50);
    expect(worse).toEqual({ x: 0, y: 50 });
    expect(better).toEqual({ x: 100, y: 0 });
  });
});

describe("placeOf", () => {
  it("reads where one is, and passes over the rest", () => {
    const address = { catalogue: 4, tab: "imports", group: "01.2", words: "труба", item: 7 };
    expect(placeOf(address)).toEqual(address);
    expect(placeOf({ catalogue: "x", tab: "y", group: "", item: -1 })).toEqual({});
  });

  it("takes a group or words that look like a number as text", () => {
    expect(placeOf({ group: 12, words: 57 })).toEqual({ group: "12", words: "57" });
  });
});

describe("stepsOf", () => {
  it("tells what of an import is over, under way and to come", () => {
    const steps = stepsOf({ kind: "import_catalogue", stage: "indexing" });
    expect(steps.map((step) => step.state)).toEqual(["done", "done", "now", "later"]);
  });

  it("has one step for a training, and none under way before it begins", () => {
    expect(stepsOf({ kind: "retrain_classifier", stage: null })).toEqual([{ stage: "training", state: "later" }]);
  });
});

describe("what changed from version to version", () => {
  const version = (id: number, told: Partial<Version>): Version => ({
    id, catalogue_id: 1, version: id, status: "ready", accuracy: 0.8, macro_f1: 0.8, held_out_count: 10, item_count: 100,
    confirmed_count: 5, group_count: 9, training_seconds: 1, trained_by_job_id: null, promoted_at: null,
    created_at: "2026-01-02T03:04:05Z", ...told,
  });

  it("is the growth of what it learned from", () => {
    expect(growthOf(version(2, { confirmed_count: 8, group_count: 8 }), version(1, {}))).toEqual({ items: 0, confirmed: 3, groups: -1 });
    expect(growthOf(version(2, {}), version(1, {}))).toBeNull();
    expect(growthOf(version(1, {}), undefined)).toBeNull();
  });

  it("has no accuracy where no name was left to judge it by", () => {
    expect(judgedOrNot(version(1, { held_out_count: 0, accuracy: 0 })).accuracy).toBeNull();
    expect(judgedOrNot(version(1, {})).accuracy).toBe(0.8);
  });

  it("is its accuracy in points against another's", () => {
    expect(pointsAbove(version(2, { accuracy: 0.8333 }), version(1, {}))).toBe(3.3);
    expect(pointsAbove(version(2, { accuracy: null }), version(1, {}))).toBeNull();
    expect(pointsAbove(version(1, {}), version(1, {}))).toBeNull();
  });
});
