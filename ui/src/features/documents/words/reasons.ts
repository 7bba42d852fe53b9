import type { Words } from "./words";

/** Why a document or a file is not read, by the name of the problem, where the list has room for few words only. */
export const englishReasons: Words["reasons"] = {
  "document-protected": { title: "Protected by a password", advice: "Save a copy without the password and upload that." },
  "document-damaged": { title: "The file is damaged", advice: "Open it, save it anew, and upload the copy." },
  "nothing-to-read": { title: "Nothing to read in it", advice: "Check that it is the right file and was saved whole." },
  "indexing-stopped": { title: "The reading was stopped", advice: "What was read is searched. Have it read anew to have it all." },
  "indexing-broke": { title: "The reading ended unexpectedly", advice: "What was read is searched. Have it read anew." },
  "embedding-stopped": { title: "Search by meaning was stopped", advice: "It is found by its words. Have it read anew for the rest." },
  "embedding-broke": { title: "Search by meaning is not ready", advice: "It is found by its words; the rest is tried again within a day." },
  "department-changed": { title: "Not sent", advice: "Another department was opened meanwhile. Drop the file there again." },
  unreachable: { title: "The server does not answer", advice: "Check the connection and send it again." },
  unknown: { title: "Not sent", advice: "Try again." },
};

export const russianReasons: Words["reasons"] = {
  "document-protected": { title: "Защищён паролем", advice: "Сохраните копию без пароля и загрузите её." },
  "document-damaged": { title: "Файл повреждён", advice: "Откройте его, сохраните заново и загрузите копию." },
  "nothing-to-read": { title: "В документе нечего читать", advice: "Проверьте, тот ли это файл и целиком ли он сохранён." },
  "indexing-stopped": { title: "Чтение остановлено", advice: "По прочитанному идёт поиск. Чтобы прочитать всё, запустите чтение заново." },
  "indexing-broke": { title: "Чтение прервалось", advice: "По прочитанному идёт поиск. Запустите чтение заново." },
  "embedding-stopped": { title: "Подготовка поиска по смыслу остановлена", advice: "По словам документ ищется. Чтобы искать и по смыслу, запустите чтение заново." },
  "embedding-broke": { title: "Поиск по смыслу не готов", advice: "По словам документ ищется; в течение суток попытка повторится сама." },
  "department-changed": { title: "Не отправлен", advice: "За это время открыли другой отдел. Перетащите файл ещё раз." },
  unreachable: { title: "Сервер не отвечает", advice: "Проверьте соединение и отправьте ещё раз." },
  unknown: { title: "Не отправлен", advice: "Попробуйте ещё раз." },
};
