import { fileRussian } from "./fileRussian";
import type { Words } from "./words";

export const russian: Words = {
  copy: { copy: "Копировать", copied: "Скопировано", refused: "Браузер не даёт странице копировать. Выделите текст и скопируйте сами." },
  confirm: { cancel: "Отмена", close: "Закрыть" },
  table: { more: "Показать ещё", loading: "Загрузка…", nothing: "Здесь пока ничего нет." },
  file: fileRussian,
  groups: {
    label: "Группы",
    find: "Найти группу",
    none: "Такой группы нет.",
    of_one: "{{name}}, {{count, number}} позиция",
    of_few: "{{name}}, {{count, number}} позиции",
    of_many: "{{name}}, {{count, number}} позиций",
    of_other: "{{name}}, {{count, number}} позиции",
  },
  job: {
    status: { queued: "В очереди", started: "Выполняется", finished: "Готово", failed: "Не удалось", cancelled: "Отменено" },
    stage: {
      structure: "Читаем таблицы и ключи",
      values: "Собираем значения",
      indexing: "Строим указатель",
      replaying: "Проверяем примеры",
      importing: "Загружаем позиции",
      embedding: "Считаем векторы",
      training: "Обучаем классификатор",
      mapping: "Сопоставляем названия",
    },
    progress: "{{ready}} из {{total}}",
    known: "готово: {{ready}}",
    again: "возобновлено, попытка {{attempt}}",
    cancel: "Отменить",
  },
};
