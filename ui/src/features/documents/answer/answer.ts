import { api, given, type Schemas } from "@/api/client";

/** Points (1/72 inch) from the top left corner of the page. */
type Box = { page: number; left: number; top: number; right: number; bottom: number };

/** Words of a page, `first` to before `end`. */
export type WordRange = { page: number; first: number; end: number };

type QuotedPage = { number: number; label: string; width: number; height: number };

/** Words of a document as they stand, and where. */
export type Quotation = {
  number: number;
  /** False: it is near, but does not answer. */
  is_answer: boolean;
  document_id: number;
  document_name: string;
  page: number;
  text: string;
  headings: string[];
  pages: QuotedPage[];
  boxes: Box[];
  words: WordRange[];
};

/** A sentence of a language model, held against the documents. */
export type Sentence = {
  text: string;
  quotations: number[];
  support: "supported" | "partly" | "unsupported";
  missing: string[];
  /** The quotations themselves, while the answer is being made. */
  cited?: Quotation[];
};

export type AnswerWarning = { kind: string; text: string };

export type Readiness = {
  document_count: number;
  page_count: number;
  ready_page_count: number;
  unread_document_count: number;
};

type Told = Schemas["DocumentAnswerOut"];

/** An answer of the server with the shapes of what the OpenAPI document leaves open. */
export type DocumentAnswer = Omit<Told, "sentences" | "quotations" | "warnings" | "readiness" | "details" | "scope"> & {
  sentences: Sentence[] | null;
  quotations: Quotation[];
  warnings: AnswerWarning[];
  readiness: Readiness | null;
  details: { closest?: Quotation[]; searched?: string };
  scope: Schemas["DocumentScope"];
};

const answerPath = (id: number) => ({ params: { path: { document_answer_id: id } } });

export async function readAnswer(id: number): Promise<DocumentAnswer> {
  const told = await given(api.GET("/api/v1/document-answers/{document_answer_id}", answerPath(id)));
  return told as unknown as DocumentAnswer;
}

export function stopAnswer(id: number): Promise<unknown> {
  return given(api.DELETE("/api/v1/document-answers/{document_answer_id}", answerPath(id)));
}

/** Every place that an answer shows: what answers, what is near, and what is closest where nothing answers. */
export function placesOf(answer: DocumentAnswer): Quotation[] {
  return answer.quotations.length > 0 ? answer.quotations : (answer.details.closest ?? []);
}
