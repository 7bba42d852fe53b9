import type { TreeNodeData } from "@mantine/core";

/** The branches in which a node holds the text; what stands below such a node stays whole. */
export function branchesWith(tree: TreeNodeData[], text: string): TreeNodeData[] {
  const wanted = text.trim().toLowerCase();
  return wanted === "" ? tree : tree.flatMap((node) => branchWith(node, wanted));
}

function branchWith(node: TreeNodeData, wanted: string): TreeNodeData[] {
  const label = typeof node.label === "string" ? node.label : "";
  if (label.toLowerCase().includes(wanted) || node.value.toLowerCase().startsWith(wanted)) return [node];
  const children = (node.children ?? []).flatMap((child) => branchWith(child, wanted));
  return children.length === 0 ? [] : [{ ...node, children }];
}
