import type { Words } from "./words";

/** Why a document or a file is not read, by the name of the server's problem, and what to do. */
export const englishReasons: Words["reasons"] = {
  "document-protected": { title: "Protected by a password", advice: "Save a copy without the password and upload that." },
  "document-damaged": { title: "The file is damaged", advice: "Open it, save it anew, and upload the copy." },
  "nothing-to-read": { title: "Nothing to read in it", advice: "Check that it is the right file and was saved whole." },
  "too-many-pages": { title: "Too many pages", advice: "Split it into smaller files: {{limit}} pages are read at most." },
  "reading-too-long": { title: "Takes too long to read", advice: "Print it into a new PDF, or split it, and upload that." },
  "reading-too-big": { title: "Needs too much memory", advice: "Print it into a new PDF, or split it, and upload that." },
  "unknown-format": {
    title: "This kind of file is not read",
    advice: "Save it as PDF or DOCX. Read are PDF, DOCX, PPTX, XLSX, XLS, ODS, CSV, HTML, text, and images.",
  },
  "file-too-large": { title: "The file is too large", advice: "Split it, or ask an administrator for a higher limit." },
  "request-too-large": { title: "The file is too large", advice: "Split it, or ask an administrator for a higher limit." },
  "disk-full": { title: "No room on the server", advice: "Tell an administrator that the disk is full, then upload again." },
  "indexing-stopped": { title: "The reading was stopped", advice: "What was read is searched. Have it read anew to have it all." },
  "indexing-broke": { title: "The reading ended unexpectedly", advice: "What was read is searched. Have it read anew." },
  "document-of-somebody-else": { title: "Somebody else has uploaded it", advice: "Ask them, or an administrator of the department." },
  "department-changed": { title: "Not sent", advice: "Another department was opened meanwhile. Drop the file there again." },
  unreachable: { title: "The server does not answer", advice: "Check the connection and send it again." },
  unknown: { title: "Not sent", advice: "Try again." },
};

export const russianReasons: Words["reasons"] = {
  "document-protected": { title: "Защищён паролем", advice: "Сохраните копию без пароля и загрузите её." },
  "document-damaged": { title: "Файл повреждён", advice: "Откройте его, сохраните заново и загрузите копию." },
  "nothing-to-read": { title: "В документе нечего читать", advice: "Проверьте, тот ли это файл и целиком ли он сохранён." },
  "too-many-pages": { title: "Слишком много страниц", advice: "Разделите документ: читается не больше {{limit}} страниц." },
  "reading-too-long": { title: "Читается слишком долго", advice: "Напечатайте документ в новый PDF или разделите его и загрузите снова." },
  "reading-too-big": { title: "Нужно слишком много памяти", advice: "Напечатайте документ в новый PDF или разделите его и загрузите снова." },
  "unknown-format": {
    title: "Файлы этого вида не читаются",
    advice: "Сохраните его как PDF или DOCX. Читаются PDF, DOCX, PPTX, XLSX, XLS, ODS, CSV, HTML, текст и изображения.",
  },
  "file-too-large": { title: "Файл слишком велик", advice: "Разделите его или попросите администратора поднять предел." },
  "request-too-large": { title: "Файл слишком велик", advice: "Разделите его или попросите администратора поднять предел." },
  "disk-full": { title: "На сервере нет места", advice: "Сообщите администратору, что диск заполнен, и загрузите снова." },
  "indexing-stopped": { title: "Чтение остановлено", advice: "По прочитанному идёт поиск. Чтобы прочитать всё, запустите чтение заново." },
  "indexing-broke": { title: "Чтение прервалось", advice: "По прочитанному идёт поиск. Запустите чтение заново." },
  "document-of-somebody-else": { title: "Документ загрузил другой сотрудник", advice: "Обратитесь к нему или к администратору отдела." },
  "department-changed": { title: "Не отправлен", advice: "За это время открыли другой отдел. Перетащите файл ещё раз." },
  unreachable: { title: "Сервер не отвечает", advice: "Проверьте соединение и отправьте ещё раз." },
  unknown: { title: "Не отправлен", advice: "Попробуйте ещё раз." },
};
