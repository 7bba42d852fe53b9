import { type Answer, answerOf } from "../answer";

/** An answer for tests: sums of two cities. */
export const answered: Answer = answerOf({
  id: 7,
  question: "сумма платежей по городам",
  edited_sql: null,
  language: "ru",
  state: "answered",
  previous_answer_id: null,
  text: "Строк: 2.",
  sql: "SELECT city, sum(amount) FROM payment GROUP BY city",
  columns: [
    { name: "Город", kind: "text" },
    { name: "Сумма", kind: "number" },
  ],
  rows: [
    ["Казань", "120.50"],
    ["Уфа", "80.00"],
  ],
  row_count: 2,
  is_truncated: false,
  stages: [],
  proof: [{ start: 0, end: 5, text: "сумма", became: "aggregate", target: "sum" }],
  choices: [],
  warnings: [],
  chart: null,
  description: "Сумма платежей для каждого города.",
  alternatives: [],
  similar_changes: [null],
  similar: ["сумма платежей по месяцам"],
  details: { reader: "grammar", confidence: 0.9 },
  problem: null,
  created_at: "2026-11-22T10:00:00Z",
  finished_at: "2026-11-22T10:00:01Z",
});
