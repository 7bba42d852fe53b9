import type { Words } from "./words";

/** What is said of a file of rows before anything is made of it. */
export const fileRussian: Words["file"] = {
  letGo: "Отпустите, чтобы посмотреть файл",
  other: "Другой файл",
  sending: "Отправляем файл: {{share}}",
  sheet: "Лист",
  column: "Столбец {{letters}}",
  firstRows: "Первые строки файла",
  howRead: "Как прочитан файл",
  notes: {
    encoding: "Кодировка текста: {{value}}.",
    characters_replaced: "Нечитаемых символов заменено на �: {{value}}.",
    one_column: "Столбец один: ни один знак не делит строки поровну.",
    unclosed_quotes: "Строк с незакрытой кавычкой: {{value}}; взяты как есть.",
    sheet_chosen: "Прочитан лист «{{value}}».",
    hidden_sheets: "Скрытые листы не читаются: {{value}}.",
    odd_formulas: "Строк с ошибками в формулах или без посчитанных значений: {{value}}.",
    html: "Файл оказался веб-страницей; взята самая длинная таблица.",
    control_characters_removed: "Ячеек, из которых убраны управляющие символы: {{value}}.",
    no_header: "Заголовка нет: столбцы названы буквами.",
    header_found: "Заголовок в строке {{value}}.",
    rows_above_header: "Строк над заголовком, не вошедших в таблицу: {{value}}.",
    merged_cells_filled: "Ячеек, заполненных из объединённых: {{value}}.",
  },
};
