import type { Words } from "./words";

export const russian: Words = {
  copy: { copy: "Копировать", copied: "Скопировано", refused: "Браузер не даёт странице копировать. Выделите текст и скопируйте сами." },
  confirm: { cancel: "Отмена", close: "Закрыть" },
  table: { more: "Показать ещё", loading: "Загрузка…", nothing: "Здесь пока ничего нет." },
  download: { download: "Скачать", failed: "Не удалось скачать файл" },
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
    again: "начато заново, попытка {{attempt}}",
    cancel: "Отменить",
    waiting: "Узнаём, что готово…",
  },
};
