import { type Group, labelOf } from "./groups";

/** A group with the groups below it; `count` is of its items and theirs. */
export type Node = { code: string; label: string; count: number; children: Node[] };

/** A line of the tree as it stands on the screen: `place` of `siblings`, counted from 1. */
export type Line = { node: Node; level: number; isOpen: boolean; place: number; siblings: number };

/** Groups as a tree, by code; one whose parent is unknown, or that would close a ring, is a root. */
export function treeOf(groups: readonly Group[]): Node[] {
  const parents = new Map(groups.map((group) => [group.code, group.parent_code]));
  const sorted = groups.toSorted((one, other) => compare(one.code, other.code));
  const nodes = new Map<string, Node>(
    sorted.map((group) => [group.code, { code: group.code, label: labelOf(group), count: group.item_count, children: [] }]),
  );
  const roots: Node[] = [];
  for (const [code, node] of nodes) {
    const parentCode = parents.get(code) ?? null;
    const parent = parentCode === null || isRing(code, parents) ? undefined : nodes.get(parentCode);
    (parent?.children ?? roots).push(node);
  }
  roots.forEach(countAll);
  return roots;
}

/** The lines to be shown, from top to bottom: the roots, and what is below every open group. */
export function linesOf(nodes: readonly Node[], isOpen: (code: string) => boolean, level = 1): Line[] {
  return nodes.flatMap((node, index) => {
    const isThisOpen = node.children.length > 0 && isOpen(node.code);
    const line = { node, level, isOpen: isThisOpen, place: index + 1, siblings: nodes.length };
    return isThisOpen ? [line, ...linesOf(node.children, isOpen, level + 1)] : [line];
  });
}

/** The branches in which a group's name holds the text or its code begins with it; what is below stays whole. */
export function branchesWith(nodes: readonly Node[], text: string): Node[] {
  const wanted = text.trim().toLowerCase();
  return wanted === "" ? [...nodes] : nodes.flatMap((node) => branchWith(node, wanted));
}

/** Of the branches that were found those whose found group is below are opened, so that it is seen. */
export function opened(nodes: readonly Node[], text: string): Set<string> {
  const wanted = text.trim().toLowerCase();
  const codes = new Set<string>();
  const look = (node: Node): void => {
    if (fits(node, wanted)) return;
    codes.add(node.code);
    node.children.forEach(look);
  };
  nodes.forEach(look);
  return codes;
}

function branchWith(node: Node, wanted: string): Node[] {
  if (fits(node, wanted)) return [node];
  const children = node.children.flatMap((child) => branchWith(child, wanted));
  return children.length === 0 ? [] : [{ ...node, children }];
}

function fits(node: Node, wanted: string): boolean {
  return node.label.toLowerCase().includes(wanted) || node.code.toLowerCase().startsWith(wanted);
}

function countAll(node: Node): number {
  node.count += node.children.reduce((sum, child) => sum + countAll(child), 0);
  return node.count;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function isRing(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([code]);
  for (let next = parents.get(code); next; next = parents.get(next)) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}
