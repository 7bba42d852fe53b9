import { problemWordsLoaded } from "@/language/problemWords";

import { noAnswer } from "./connection";

const NO_TYPE = "about:blank";
/** What a proxy answers in place of a server that is gone. */
const WITHOUT_SERVER = [502, 503, 504];

/** What the server says when it cannot do what it was asked (RFC 9457). */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  request_id?: string;
  [member: string]: unknown;
};

const listeners = new Set<(slug: string) => void>();

/** Told the name of every problem that the server answers with, before it is shown. */
export function onProblem(listener: (slug: string) => void): void {
  listeners.add(listener);
}

/** Thrown by everything that calls the server. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  /** The name of the problem's page in the documentation, such as `document-not-found`. */
  get slug(): string {
    return slugOf(this.problem);
  }
}

/** No answer at all: the network is gone, or the server is. */
export class Unreachable extends Error {}

/** What to throw for an answer that is no success. */
export async function failureOf(answer: Response): Promise<Refused | Unreachable> {
  const problem = await problemOf(answer);
  if (problem.type === NO_TYPE && WITHOUT_SERVER.includes(answer.status)) {
    void noAnswer();
    return new Unreachable();
  }
  return new Refused(problem);
}

/** The problem that an answer holds, or one made from its status; the page has words for it by then. */
export async function problemOf(answer: Response): Promise<Problem> {
  const [problem] = await Promise.all([readProblem(answer), problemWordsLoaded()]);
  for (const listener of listeners) listener(slugOf(problem));
  return problem;
}

async function readProblem(answer: Response): Promise<Problem> {
  const text = await answer.text();
  try {
    const told = JSON.parse(text) as Problem;
    if (typeof told.title === "string") return told;
  } catch {
    // Not the server itself has answered, but something before it.
  }
  return { type: NO_TYPE, title: answer.statusText || `HTTP ${answer.status}`, status: answer.status };
}

function slugOf(problem: Problem): string {
  if (problem.type === NO_TYPE) return `http-${problem.status}`;
  return problem.type.split(/[/#]/).filter(Boolean).at(-1) ?? "unknown";
}
