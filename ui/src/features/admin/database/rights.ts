type Severity = "note" | "warning" | "danger";
export type Finding = { right: string; severity: Severity; text: { ru: string; en: string } };
/** What a role may do beyond reading, the gravest first. */
export type Rights = { user: string; isWritable: boolean; isDangerous: boolean; findings: Finding[] };

const severities: readonly string[] = ["note", "warning", "danger"];

/** The report as the server keeps it; null where there is none yet. */
export function rightsOf(kept: Record<string, unknown> | null): Rights | null {
  if (kept === null || !Array.isArray(kept.findings)) return null;
  return {
    user: String(kept.user ?? ""),
    isWritable: kept.is_writable === true,
    isDangerous: kept.is_dangerous === true,
    findings: (kept.findings as Record<string, unknown>[]).map(findingOf),
  };
}

function findingOf(kept: Record<string, unknown>): Finding {
  const severity = String(kept.severity);
  return {
    right: String(kept.right),
    severity: severities.includes(severity) ? (severity as Severity) : "warning",
    text: { ru: String(kept.text_ru ?? kept.right), en: String(kept.text_en ?? kept.right) },
  };
}

/** In one word: it only reads, it may do more, it may change data, it may harm more than its database. */
type Verdict = "reads" | "more" | "writes" | "danger";

export function verdictOf(rights: Rights): Verdict {
  if (rights.isDangerous) return "danger";
  if (rights.isWritable) return "writes";
  return rights.findings.some((finding) => finding.severity !== "note") ? "more" : "reads";
}
