-- A company that rents out and repairs construction machines, with staff of its own. Invented, the same at every load.
BEGIN;
SET client_encoding = 'UTF8';
-- helper for mixing, lives in the session only: whole number from 0 to n-1
CREATE FUNCTION pg_temp.m(i int, s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT (abs(hashtext(i::text || '/' || s::text)::bigint) % n)::int $$;

CREATE TABLE "Подразделения" (
  "Код" int PRIMARY KEY, "Наименование" text NOT NULL,
  "Вид" text NOT NULL, "Город" text NOT NULL,
  "ШтатныхЕдиниц" int NOT NULL, "Руководитель" int,
  "ДатаСоздания" date, "Телефон" text);
CREATE TABLE "Сотрудники" (
  "Код" int PRIMARY KEY, "ТабельныйНомер" text NOT NULL UNIQUE,
  "ФИО" text NOT NULL, "Пол" text NOT NULL CHECK ("Пол" IN ('М','Ж')),
  "ДатаРождения" date NOT NULL, "Должность" text NOT NULL,
  "КодПодразделения" int NOT NULL REFERENCES "Подразделения", "ДатаПриема" date NOT NULL,
  "ДатаУвольнения" date, "Оклад" numeric(10,2) NOT NULL,
  "ВидЗанятости" text NOT NULL, "Образование" text,
  "ДопускКВысоте" boolean NOT NULL);
CREATE TABLE "Контрагенты" (
  "Код" int PRIMARY KEY, "Наименование" text NOT NULL,
  "ИНН" text NOT NULL, "Тип" text NOT NULL,
  "Город" text NOT NULL, "Отрасль" text,
  "Менеджер" int REFERENCES "Сотрудники", "ДатаРегистрации" date NOT NULL,
  "КредитныйЛимит" numeric(14,2), "ОтсрочкаДней" int NOT NULL,
  "ЧерныйСписок" boolean NOT NULL, "ЭлПочта" text);
CREATE TABLE "ВидыТехники" (
  "Код" int PRIMARY KEY, "Наименование" text NOT NULL,
  "Группа" text NOT NULL, "НуженМашинист" boolean NOT NULL,
  "ИнтервалТО" int NOT NULL);
CREATE TABLE "Техника" (
  "Код" int PRIMARY KEY, "ИнвентарныйНомер" text NOT NULL UNIQUE,
  "Модель" text NOT NULL, "КодВида" int NOT NULL REFERENCES "ВидыТехники",
  "Производитель" text NOT NULL, "ГодВыпуска" int NOT NULL,
  "ДатаПокупки" date NOT NULL, "ЦенаПокупки" numeric(14,2) NOT NULL,
  "СтавкаВСутки" numeric(10,2) NOT NULL, "КодПодразделения" int NOT NULL REFERENCES "Подразделения",
  "Наработка" int NOT NULL, "ДатаСледующегоТО" date,
  "Состояние" text NOT NULL, "ДатаСписания" date,
  "Лизинг" boolean NOT NULL);
CREATE TABLE "ДоговорыАренды" (
  "Код" int PRIMARY KEY, "Номер" text NOT NULL UNIQUE,
  "КодКонтрагента" int NOT NULL REFERENCES "Контрагенты", "КодТехники" int NOT NULL REFERENCES "Техника",
  "Менеджер" int NOT NULL REFERENCES "Сотрудники", "ДатаПодписания" date,
  "ДатаНачала" date NOT NULL, "ПлановаяДатаВозврата" date NOT NULL,
  "ФактическаяДатаВозврата" date, "СтавкаВСутки" numeric(10,2) NOT NULL,
  "СуммаДоговора" numeric(14,2) NOT NULL, "Залог" numeric(12,2),
  "СЭкипажем" boolean NOT NULL, "Статус" text NOT NULL);
CREATE TABLE "ЗаявкиНаРемонт" (
  "Код" int PRIMARY KEY, "Номер" text NOT NULL UNIQUE,
  "КодТехники" int NOT NULL REFERENCES "Техника", "ДатаЗаявки" date NOT NULL,
  "СрокИсполнения" date NOT NULL, "ДатаЗавершения" date,
  "Неисправность" text NOT NULL, "Приоритет" text NOT NULL,
  "Статус" text NOT NULL, "Механик" int REFERENCES "Сотрудники",
  "СтоимостьПоСмете" numeric(12,2) NOT NULL, "ФактическаяСтоимость" numeric(12,2),
  "Гарантия" boolean NOT NULL, "ВинаАрендатора" boolean NOT NULL);
CREATE TABLE "Запчасти" (
  "Код" int PRIMARY KEY, "Артикул" text NOT NULL UNIQUE,
  "Наименование" text NOT NULL, "Категория" text NOT NULL,
  "Поставщик" int,               -- Контрагенты."Код", not declared, as in the export
  "Единица" text NOT NULL, "Цена" numeric(10,2) NOT NULL,
  "Остаток" int NOT NULL, "МинимальныйОстаток" int NOT NULL,
  "Ячейка" text, "Оригинал" boolean NOT NULL);
CREATE TABLE "РасходЗапчастей" (
  "Код" int PRIMARY KEY, "КодЗаявки" int NOT NULL REFERENCES "ЗаявкиНаРемонт",
  "КодЗапчасти" int NOT NULL REFERENCES "Запчасти", "ДатаСписания" date NOT NULL,
  "Количество" int NOT NULL, "Цена" numeric(10,2) NOT NULL,
  "Сумма" numeric(12,2) NOT NULL);
CREATE TABLE "ОтработанноеВремя" (
  "Код" int PRIMARY KEY, "КодСотрудника" int NOT NULL REFERENCES "Сотрудники",
  "Месяц" date NOT NULL, "НормаЧасов" int NOT NULL,
  "ОтработаноЧасов" int NOT NULL, "Сверхурочные" int NOT NULL,
  "ТабельУтвержден" boolean NOT NULL);
CREATE TABLE "Отсутствия" (
  "Код" int PRIMARY KEY, "КодСотрудника" int NOT NULL REFERENCES "Сотрудники",
  "Вид" text NOT NULL, "ДатаНачала" date NOT NULL,
  "ДатаОкончания" date NOT NULL, "Дней" int NOT NULL,
  "Согласовано" boolean NOT NULL, "Заместитель" int REFERENCES "Сотрудники");
CREATE TABLE "Счета" (
  "Код" int PRIMARY KEY, "Номер" text NOT NULL UNIQUE,
  "КодДоговора" int NOT NULL REFERENCES "ДоговорыАренды", "ВидСчета" text NOT NULL,
  "ДатаСчета" date NOT NULL, "СрокОплаты" date NOT NULL,
  "Сумма" numeric(14,2) NOT NULL, "СуммаНДС" numeric(14,2) NOT NULL,
  "Статус" text NOT NULL);
CREATE TABLE "Оплаты" (
  "Код" int PRIMARY KEY, "КодСчета" int NOT NULL REFERENCES "Счета",
  "ДатаОплаты" date NOT NULL, "Сумма" numeric(14,2) NOT NULL,
  "СпособОплаты" text NOT NULL, "НомерПлатежки" text);

COMMENT ON TABLE "Подразделения" IS 'Отделы, цеха и базы компании';
COMMENT ON TABLE "Сотрудники" IS 'Кадровый учёт: работающие и уволенные';
COMMENT ON TABLE "Контрагенты" IS 'Арендаторы техники и поставщики запчастей';
COMMENT ON TABLE "Техника" IS 'Парк строительных машин';
COMMENT ON TABLE "ДоговорыАренды" IS 'Договоры аренды: одна машина, один арендатор';
COMMENT ON TABLE "ЗаявкиНаРемонт" IS 'Заявки на ремонт машин парка';
COMMENT ON TABLE "Запчасти" IS 'Номенклатура склада запчастей';
COMMENT ON TABLE "РасходЗапчастей" IS 'Списание запчастей на ремонты';
COMMENT ON TABLE "ОтработанноеВремя" IS 'Табель: часы сотрудника за месяц';
COMMENT ON TABLE "Отсутствия" IS 'Отпуска, больничные и прочие неявки';
COMMENT ON TABLE "Счета" IS 'Счета арендаторам на оплату';
COMMENT ON COLUMN "Подразделения"."Вид" IS 'Офис, Цех, База или Склад';
COMMENT ON COLUMN "Подразделения"."ШтатныхЕдиниц" IS 'Сколько человек положено по штатному расписанию';
COMMENT ON COLUMN "Подразделения"."Руководитель" IS 'Начальник подразделения';
COMMENT ON COLUMN "Сотрудники"."ФИО" IS 'Фамилия, имя, отчество';
COMMENT ON COLUMN "Сотрудники"."КодПодразделения" IS 'Где работает';
COMMENT ON COLUMN "Сотрудники"."ДатаУвольнения" IS 'Пусто, если человек работает';
COMMENT ON COLUMN "Сотрудники"."Оклад" IS 'Месячный оклад до вычета налога, руб.';
COMMENT ON COLUMN "Сотрудники"."ВидЗанятости" IS 'Основное место, Совместительство, Договор ГПХ';
COMMENT ON COLUMN "Сотрудники"."ДопускКВысоте" IS 'Есть допуск к работам на высоте';
COMMENT ON COLUMN "Контрагенты"."Тип" IS 'Арендатор или Поставщик';
COMMENT ON COLUMN "Контрагенты"."Менеджер" IS 'Сотрудник, который ведёт клиента';
COMMENT ON COLUMN "Контрагенты"."ДатаРегистрации" IS 'Когда заведён в базу';
COMMENT ON COLUMN "Контрагенты"."КредитныйЛимит" IS 'Предел допустимого долга, руб.';
COMMENT ON COLUMN "Контрагенты"."ОтсрочкаДней" IS 'Отсрочка платежа в днях, 0 - предоплата';
COMMENT ON COLUMN "Контрагенты"."ЧерныйСписок" IS 'С этим контрагентом больше не работаем';
COMMENT ON COLUMN "ВидыТехники"."НуженМашинист" IS 'Сдаётся только с машинистом';
COMMENT ON COLUMN "ВидыТехники"."ИнтервалТО" IS 'Моточасов между техобслуживаниями';
COMMENT ON COLUMN "Техника"."КодВида" IS 'Вид машины';
COMMENT ON COLUMN "Техника"."СтавкаВСутки" IS 'Прейскурантная цена аренды за сутки, руб.';
COMMENT ON COLUMN "Техника"."КодПодразделения" IS 'База, к которой приписана машина';
COMMENT ON COLUMN "Техника"."Наработка" IS 'Моточасы с начала эксплуатации';
COMMENT ON COLUMN "Техника"."Состояние" IS 'Свободна, В аренде, В ремонте, Списана';
COMMENT ON COLUMN "Техника"."Лизинг" IS 'Машина взята в лизинг';
COMMENT ON COLUMN "ДоговорыАренды"."КодКонтрагента" IS 'Арендатор';
COMMENT ON COLUMN "ДоговорыАренды"."Менеджер" IS 'Кто заключил договор';
COMMENT ON COLUMN "ДоговорыАренды"."ФактическаяДатаВозврата" IS 'Пусто, пока машина у клиента';
COMMENT ON COLUMN "ДоговорыАренды"."СтавкаВСутки" IS 'Цена за сутки по договору (со скидкой), руб.';
COMMENT ON COLUMN "ДоговорыАренды"."СуммаДоговора" IS 'Ставка на плановое число суток, руб. с НДС';
COMMENT ON COLUMN "ДоговорыАренды"."Залог" IS 'Обеспечительный платёж; пусто, если не брали';
COMMENT ON COLUMN "ДоговорыАренды"."СЭкипажем" IS 'Аренда с нашим машинистом';
COMMENT ON COLUMN "ДоговорыАренды"."Статус" IS 'На согласовании, Действует, Закрыт, Расторгнут';
COMMENT ON COLUMN "ЗаявкиНаРемонт"."СрокИсполнения" IS 'К какому числу надо починить';
COMMENT ON COLUMN "ЗаявкиНаРемонт"."ДатаЗавершения" IS 'Когда ремонт закончен';
COMMENT ON COLUMN "ЗаявкиНаРемонт"."Статус" IS 'Новая, В работе, Ждёт запчасти, Выполнена, Отменена';
COMMENT ON COLUMN "ЗаявкиНаРемонт"."Механик" IS 'Исполнитель; пусто, если не назначен';
COMMENT ON COLUMN "ЗаявкиНаРемонт"."Гарантия" IS 'Ремонт за счёт завода-изготовителя';
COMMENT ON COLUMN "ЗаявкиНаРемонт"."ВинаАрендатора" IS 'Сломал клиент';
COMMENT ON COLUMN "Запчасти"."Поставщик" IS 'У кого закупаем';
COMMENT ON COLUMN "Запчасти"."Остаток" IS 'Сколько сейчас на складе';
COMMENT ON COLUMN "Запчасти"."МинимальныйОстаток" IS 'Неснижаемый запас';
COMMENT ON COLUMN "ОтработанноеВремя"."Месяц" IS 'Первое число месяца табеля';
COMMENT ON COLUMN "ОтработанноеВремя"."Сверхурочные" IS 'Часы переработки сверх нормы';
COMMENT ON COLUMN "Отсутствия"."Вид" IS 'Ежегодный отпуск, Больничный, За свой счёт, Учебный отпуск';
COMMENT ON COLUMN "Отсутствия"."Заместитель" IS 'Кто замещает';
COMMENT ON COLUMN "Счета"."СрокОплаты" IS 'Оплатить не позже этого дня';
COMMENT ON COLUMN "Счета"."Сумма" IS 'К оплате с НДС, руб.';
COMMENT ON COLUMN "Счета"."Статус" IS 'Выставлен, Частично оплачен, Оплачен, Аннулирован';
COMMENT ON COLUMN "Оплаты"."СпособОплаты" IS 'Безналичный, Наличные, Взаимозачёт';

INSERT INTO "Подразделения" VALUES
 (1,'Администрация','Офис','Москва',6,NULL,'2014-03-03','8 (800) 555-01-01'),
 (2,'Бухгалтерия','Офис','Москва',9,NULL,'2014-03-03','8 (800) 555-01-02'),
 (3,'Отдел кадров','Офис','Москва',5,NULL,'2014-09-01',NULL),
 (4,'Отдел аренды','Офис','Москва',18,NULL,'2014-03-03','8 (800) 555-01-04'),
 (5,'Юридический отдел','Офис','Москва',4,NULL,'2017-02-13','8 (800) 555-01-05'),
 (6,'Ремонтный цех','Цех','Москва',30,NULL,'2014-05-12','8 (800) 555-01-06'),
 (7,'База Казань','База','Казань',22,NULL,'2018-04-02','8 (800) 555-01-07'),
 (8,'База Екатеринбург','База','Екатеринбург',20,NULL,'2020-10-19','8 (800) 555-01-08'),
 (9,'База Подольск','База','Подольск',28,NULL,'2014-03-03','8 (800) 555-01-09'),
 (10,'Склад запчастей','Склад','Подольск',8,NULL,'2015-06-01',NULL),
 (11,'Отдел маркетинга','Офис','Москва',3,NULL,'2026-09-01',NULL);

INSERT INTO "Сотрудники"
SELECT i, 'Т-' || lpad((i * 7 + 100)::text, 5, '0'),
  CASE WHEN f THEN s || 'а' ELSE s END || ' ' ||
  CASE WHEN f THEN (ARRAY['Анна','Елена','Ольга','Марина','Татьяна','Ирина','Дарья','Вера','Алла','Полина'])[1 + pg_temp.m(i, 3, 10)] || ' ' || p || 'на'
       ELSE (ARRAY['Алексей','Сергей','Иван','Дмитрий','Роман','Павел','Тимур','Олег','Артём','Глеб','Марат','Виктор'])[1 + pg_temp.m(i, 4, 12)] || ' ' || p || 'ич' END,
  CASE WHEN f THEN 'Ж' ELSE 'М' END, DATE '1962-01-10' + pg_temp.m(i, 5, 14800), d.pos, d.dep, h, NULL,
  (round((d.pay * (0.85 + pg_temp.m(i, 6, 40) / 100.0)) / 500) * 500)::numeric(10,2),
  CASE WHEN pg_temp.m(i, 7, 100) < 84 OR d.pay >= 150000 OR d.dep = 1 THEN 'Основное место' WHEN pg_temp.m(i, 7, 100) < 93 THEN 'Совместительство' ELSE 'Договор ГПХ' END,
  CASE WHEN pg_temp.m(i, 8, 10) < 4 THEN 'Высшее' WHEN pg_temp.m(i, 8, 10) < 8 THEN 'Среднее специальное' WHEN pg_temp.m(i, 8, 10) = 8 THEN 'Среднее' END,
  d.dep BETWEEN 6 AND 9 AND pg_temp.m(i, 9, 10) < 4
FROM (SELECT row_number() OVER (ORDER BY dep, pay DESC, pos, k)::int i, dep, pos, pay, fem FROM (VALUES
   (1,'Генеральный директор',420000,0,1),(1,'Технический директор',300000,0,1),(1,'Секретарь',65000,100,2),(1,'Системный администратор',120000,0,1),
   (2,'Главный бухгалтер',210000,100,1),(2,'Бухгалтер',95000,90,7),(2,'Экономист',110000,60,2),
   (3,'Начальник отдела кадров',140000,100,1),(3,'Специалист по кадрам',80000,90,4),
   (4,'Начальник отдела аренды',230000,0,1),(4,'Менеджер по аренде',110000,45,15),(4,'Диспетчер',75000,70,5),
   (5,'Главный юрист',190000,0,1),(5,'Юрист',125000,60,3),
   (6,'Начальник цеха',180000,0,1),(6,'Механик',115000,0,22),(6,'Сварщик',110000,0,4),(6,'Электрик',105000,0,4),
   (7,'Начальник базы',150000,0,1),(7,'Машинист экскаватора',130000,0,9),(7,'Водитель',95000,0,8),(7,'Охранник',55000,0,4),
   (8,'Начальник базы',150000,0,1),(8,'Машинист крана',140000,0,8),(8,'Водитель',92000,0,6),(8,'Охранник',55000,0,3),
   (9,'Начальник базы',160000,0,1),(9,'Машинист экскаватора',135000,0,12),(9,'Машинист крана',145000,0,7),(9,'Водитель',98000,0,9),(9,'Охранник',58000,10,4),
   (10,'Заведующий складом',110000,50,1),(10,'Кладовщик',72000,50,7)) v(dep, pos, pay, fem, n), generate_series(1, n) k) d,
 LATERAL (SELECT pg_temp.m(i, 1, 100) < d.fem AS f,
   (ARRAY['Авдонин','Бережнов','Вьюгин','Гордюшин','Дробинин','Ельцов','Жаринов','Зимовеев','Извеков','Калмыков','Лугинин','Мохов','Неверов','Острецов','Пологов',
     'Ракитин','Свиридкин','Тропинин','Усачёв','Фомкин','Харлов','Цветнов','Чалов','Шабров','Юрлов','Яблоков','Корзинов','Ладыгин'])[1 + (i * 11) % 28] AS s,
   (ARRAY['Петров','Андреев','Ильдаров','Викторов','Олегов','Антонов','Сергеев','Максимов','Рустамов'])[1 + (i / 28 + pg_temp.m(i % 28, 2, 9)) % 9] AS p,
   CASE WHEN i % 3 = 0 THEN DATE '2023-12-04' + pg_temp.m(i, 10, 1070) ELSE DATE '2015-02-02' + pg_temp.m(i, 11, 3200) END AS h) x;
-- one in seven has left; heads stay
UPDATE "Сотрудники" SET "ДатаУвольнения" = greatest("ДатаПриема" + 60, DATE '2024-01-15') + pg_temp.m("Код", 12, 900)
 WHERE pg_temp.m("Код", 13, 100) < 22 AND "Должность" !~ '^(Нач|Ген|Гл|Зав|Тех)'
   AND greatest("ДатаПриема" + 60, DATE '2024-01-15') + pg_temp.m("Код", 12, 900) <= DATE '2026-11-20';
UPDATE "Подразделения" p SET "Руководитель" = (SELECT min("Код") FROM "Сотрудники" s WHERE s."КодПодразделения" = p."Код" AND "Должность" ~ '^(Нач|Ген|Гл|Зав)');
ALTER TABLE "Подразделения" ADD FOREIGN KEY ("Руководитель") REFERENCES "Сотрудники";

INSERT INTO "Контрагенты"
SELECT i, CASE WHEN pg_temp.m(i, 20, 7) = 0 THEN 'АО ' ELSE 'ООО ' END || '«' || (ARRAY['Строй','Дор','Мост','Жил','Пром','Спец','Регион','Волга','Урал','Кама','Град','Тепло','Нефте','Агро','Гор','Энерго'])[1 + i % 16]
   || (ARRAY['монтаж','инвест','сервис','проект','комплект','бетон','транс','альянс','ресурс','мех','бур'])[1 + (i / 16) % 11] || '»',
  '77' || lpad((10000019::bigint * i % 99999989)::text, 8, '0'), t,
  (ARRAY['Москва','Москва','Москва','Казань','Екатеринбург','Тула','Подольск','Самара','Пермь','Уфа','Рязань'])[1 + pg_temp.m(i, 21, 11)],
  CASE WHEN t = 'Арендатор' AND pg_temp.m(i, 22, 12) > 0 THEN (ARRAY['Жилищное строительство','Дорожное строительство','Нефтегаз','ЖКХ','Сельское хозяйство','Промышленность'])[1 + pg_temp.m(i, 23, 6)] END,
  CASE WHEN t = 'Арендатор' AND pg_temp.m(i, 24, 15) > 0 THEN (SELECT "Код" FROM "Сотрудники" WHERE "Должность" = 'Менеджер по аренде' AND ("ДатаУвольнения" IS NULL OR i % 6 = 0) ORDER BY pg_temp.m("Код", i, 9973), "Код" LIMIT 1) END,
  CASE WHEN i % 4 = 0 THEN DATE '2023-12-05' + pg_temp.m(i, 25, 1050) ELSE DATE '2018-01-15' + pg_temp.m(i, 26, 2100) END,
  CASE WHEN t = 'Арендатор' AND pg_temp.m(i, 27, 5) > 0 THEN 250000 * (1 + pg_temp.m(i, 28, 16)) END,
  (ARRAY[0,0,5,10,14,30,45])[1 + pg_temp.m(i, 29, 7)], pg_temp.m(i, 30, 12) = 0,
  CASE WHEN pg_temp.m(i, 31, 4) > 0 THEN 'office' || i || '@example.ru' END
FROM generate_series(1, 172) i, LATERAL (SELECT CASE WHEN i % 7 = 3 THEN 'Поставщик' ELSE 'Арендатор' END t) x;

INSERT INTO "ВидыТехники" VALUES (1,'Экскаватор гусеничный','Землеройная',true,500),(2,'Экскаватор-погрузчик','Землеройная',false,500),(3,'Автокран','Подъёмная',true,250),
 (4,'Бульдозер','Землеройная',true,500),(5,'Фронтальный погрузчик','Землеройная',false,500),(6,'Каток','Дорожная',false,300),(7,'Автовышка','Подъёмная',true,250),
 (8,'Самосвал','Транспорт',true,400),(9,'Манипулятор','Транспорт',true,400),(10,'Компрессор','Энергетика',false,250),(11,'Дизель-генератор','Энергетика',false,250),
 (12,'Автогрейдер','Дорожная',true,500),(13,'Трубоукладчик','Землеройная',true,500);

INSERT INTO "Техника"
SELECT i, 'ИН-' || lpad((i * 13 + 1000)::text, 6, '0'), v.md, v.k, v.br, y,
  least(make_date(y, 1, 10) + pg_temp.m(i, 41, 700), DATE '2026-10-30' - pg_temp.m(i, 42, 60)), (round(v.pr * (0.6 + pg_temp.m(i, 43, 60) / 100.0), -4))::numeric(14,2),
  (round(v.st * (0.9 + pg_temp.m(i, 44, 25) / 100.0), -2))::numeric(10,2), (ARRAY[7,8,9,9])[1 + pg_temp.m(i, 45, 4)],
  (2026 - y) * 900 + pg_temp.m(i, 46, 1400) + 40, CASE WHEN pg_temp.m(i, 47, 12) > 0 THEN DATE '2026-10-25' + pg_temp.m(i, 48, 150) END, 'Свободна',
  CASE WHEN pg_temp.m(i, 49, 17) = 0 AND y < 2019 THEN DATE '2024-06-03' + pg_temp.m(i, 50, 850) END, pg_temp.m(i, 51, 10) < 3
FROM generate_series(1, 214) i, LATERAL (SELECT 2014 + pg_temp.m(i, 40, 13) y) z, LATERAL (SELECT * FROM (VALUES
  (0,1,'Caterpillar','CAT 320',16500000,24000),(1,1,'Hitachi','ZX210',14200000,22500),(2,1,'Komatsu','PC200',15100000,23000),(3,2,'JCB','3CX Super',9800000,14500),
  (4,2,'Caterpillar','CAT 428',9400000,14000),(5,3,'Ивановец','КС-45717',13800000,21000),(6,3,'Галичанин','КС-55713',15900000,23500),(7,3,'Liebherr','LTM 1050',48000000,62000),
  (8,4,'Shantui','SD16',10600000,19000),(9,4,'ЧЕТРА','Т-11',12900000,20500),(10,5,'XCMG','LW500',7200000,13500),(11,5,'Амкодор','342В',6900000,12500),
  (12,6,'Bomag','BW 213',8800000,12000),(13,6,'HAMM','HD 90',9100000,11800),(14,7,'ГАЗ','ПСС-131',5400000,9500),(15,8,'КамАЗ','6520',8700000,15000),
  (16,8,'Shacman','X3000',9300000,15500),(17,9,'Hino','500 КМУ',9900000,14800),(18,10,'Atlas Copco','XAS 88',2100000,4200),(19,11,'Cummins','C110 D5',1900000,3900),
  (20,12,'ДЗ','98В',11700000,18200),(21,2,'JCB','4CX',11200000,16500),(22,10,'ЧКЗ','ПКСД-5',1500000,3400)) w(n, k, br, md, pr, st) WHERE n = (i * 7) % 23) v;

-- each machine's rents follow one another; some machines never go out
INSERT INTO "ДоговорыАренды"
SELECT row_number() OVER (ORDER BY a.d1, a.t)::int, 'АР-' || to_char(a.d1, 'YY') || '-' || lpad((row_number() OVER (ORDER BY a.d1, a.t))::text, 5, '0'),
  c."Код", a.t, (SELECT "Код" FROM "Сотрудники" WHERE "Должность" = 'Менеджер по аренде' AND "ДатаПриема" <= a.d1 - 14 AND coalesce("ДатаУвольнения", DATE '2027-01-01') > a.d1
     ORDER BY "Код" = c."Менеджер" AND pg_temp.m(a.i, 65, 5) > 0 DESC NULLS LAST, pg_temp.m("Код", a.i, 9973), "Код" LIMIT 1),
  CASE WHEN a.d1 <= DATE '2026-11-22' THEN a.d1 - 1 - pg_temp.m(a.i, 66, 12) END, a.d1, a.d1 + a.len,
  CASE WHEN a.d3 <= DATE '2026-11-22' THEN a.d3 END, a.st, a.st * a.len, CASE WHEN pg_temp.m(a.i, 68, 3) = 0 THEN round(a.st * a.len * 0.1, -3) END,
  a.crew, CASE WHEN a.d1 > DATE '2026-11-22' THEN 'На согласовании' WHEN a.d3 > DATE '2026-11-22' THEN 'Действует' WHEN a.broken THEN 'Расторгнут' ELSE 'Закрыт' END
FROM (SELECT *, b.d1 + CASE WHEN broken THEN b.len / 2 WHEN pg_temp.m(i, 63, 10) < 5 THEN b.len WHEN pg_temp.m(i, 63, 10) < 7 THEN b.len - 3 ELSE b.len + 1 + pg_temp.m(i, 64, 22) END AS d3
  FROM (SELECT t."Код" t, t."ДатаСписания" off, t."Код" * 100 + k AS i, l.len, pg_temp.m(t."Код" * 100 + k, 62, 25) = 0 AS broken,
      (v."НуженМашинист" OR pg_temp.m(t."Код" * 100 + k, 67, 4) = 0) AS crew, round(t."СтавкаВСутки" * (1 - pg_temp.m(t."Код" * 100 + k, 69, 5) * 0.04), -2) AS st,
      greatest(DATE '2023-11-06', t."ДатаПокупки" + 10) + (sum(l.len + 25 + pg_temp.m(t."Код" * 100 + k, 61, 95)) OVER (PARTITION BY t."Код" ORDER BY k))::int - l.len AS d1
    FROM "Техника" t JOIN "ВидыТехники" v ON v."Код" = t."КодВида", generate_series(1, 14) k, LATERAL (SELECT 8 + pg_temp.m(t."Код" * 100 + k, 60, 28) * (1 + k % 4) AS len) l
    WHERE t."Код" % 9 <> 5) b WHERE b.d1 <= DATE '2026-12-06' AND (b.off IS NULL OR b.d1 + b.len + 24 < b.off)) a
JOIN LATERAL (SELECT * FROM "Контрагенты" c WHERE c."Тип" = 'Арендатор' AND c."ДатаРегистрации" <= a.d1 AND c."Код" % 13 <> 6
   AND (NOT c."ЧерныйСписок" OR a.d1 < DATE '2025-06-01') ORDER BY pg_temp.m(c."Код", a.i, 9973) * (1 + c."Код" % 5), c."Код" LIMIT 1) c ON true;
-- some machines are kept past the agreed day
UPDATE "ДоговорыАренды" d SET "ФактическаяДатаВозврата" = NULL, "Статус" = 'Действует'
 WHERE "Статус" = 'Закрыт' AND "ПлановаяДатаВозврата" BETWEEN '2026-09-28' AND '2026-11-20' AND "КодТехники" % 4 = 2
   AND NOT EXISTS (SELECT 1 FROM "ДоговорыАренды" n WHERE n."КодТехники" = d."КодТехники" AND n."ДатаНачала" > d."ДатаНачала");

INSERT INTO "ЗаявкиНаРемонт"
SELECT n, 'РМ-' || lpad(n::text, 5, '0'), t, d, d + dl,
  CASE WHEN st = 'Выполнена' THEN least(d + greatest(1, dl - 4 + pg_temp.m(i, 76, 9)), DATE '2026-11-21') END,
  (ARRAY['Двигатель','Гидравлика','Гидравлика','Электрика','Ходовая часть','Трансмиссия','Рабочий орган','Кабина и стёкла','Тормозная система'])[1 + pg_temp.m(i, 77, 9)],
  (ARRAY['Низкий','Обычный','Обычный','Обычный','Высокий','Аварийный'])[1 + pg_temp.m(i, 78, 6)], st,
  CASE WHEN st <> 'Новая' THEN (SELECT "Код" FROM "Сотрудники" s WHERE "Должность" IN ('Механик','Сварщик','Электрик') AND "ДатаПриема" <= d AND coalesce("ДатаУвольнения", d + 40) > d + 30 AND "Код" % 9 <> 4
     ORDER BY pg_temp.m("Код", i, 9973), "Код" LIMIT 1) END, est,
  CASE WHEN st = 'Выполнена' THEN round(est * (0.75 + pg_temp.m(i, 79, 70) / 100.0), -2) END, age < 730 AND pg_temp.m(i, 80, 3) > 0, age >= 730 AND pg_temp.m(i, 81, 6) = 0
FROM (SELECT row_number() OVER (ORDER BY q.d, q.i)::int n, q.* FROM (
  SELECT i, t."Код" t, d, d - t."ДатаПокупки" AS age, 3 + pg_temp.m(i, 72, 16) AS dl, (8000 + 1500 * pg_temp.m(i, 73, 90) + CASE WHEN pg_temp.m(i, 74, 8) = 0 THEN 140000 ELSE 0 END)::numeric AS est,
    CASE WHEN pg_temp.m(i, 75, 100) < 5 THEN 'Отменена' WHEN d > DATE '2026-11-16' THEN 'Новая'
      WHEN d > DATE '2026-10-20' THEN (ARRAY['В работе','Ждёт запчасти','Выполнена','Выполнена'])[1 + pg_temp.m(i, 82, 4)]
      WHEN d > DATE '2026-06-01' AND pg_temp.m(i, 82, 25) = 0 THEN 'Ждёт запчасти' ELSE 'Выполнена' END AS st
  FROM generate_series(1, 1050) i CROSS JOIN LATERAL (SELECT DATE '2023-12-01' + (1086 - (1086 * power(pg_temp.m(i, 70, 1000) / 1000.0, 1.2))::int) AS d) dd
  JOIN "Техника" t ON t."Код" = 1 + pg_temp.m(i, 71, 214) WHERE t."ДатаПокупки" < d AND coalesce(t."ДатаСписания", DATE '2027-01-01') > d + 30 AND t."Код" % 19 <> 7) q) r;
UPDATE "Техника" t SET "Состояние" = CASE WHEN "ДатаСписания" IS NOT NULL THEN 'Списана'
  WHEN EXISTS (SELECT 1 FROM "ДоговорыАренды" d WHERE d."КодТехники" = t."Код" AND d."Статус" = 'Действует') THEN 'В аренде'
  WHEN EXISTS (SELECT 1 FROM "ЗаявкиНаРемонт" z WHERE z."КодТехники" = t."Код" AND z."Статус" IN ('В работе','Ждёт запчасти')) THEN 'В ремонте' ELSE 'Свободна' END;
UPDATE "Техника" SET "ДатаСледующегоТО" = NULL WHERE "Состояние" = 'Списана';

INSERT INTO "Запчасти"
SELECT i, upper(substr(md5(i::text), 1, 3)) || '-' || (10000 + i * 83), v.nm || ' ' || b, v.cat,
  CASE WHEN pg_temp.m(i, 90, 14) > 0 THEN 3 + 7 * pg_temp.m(i, 91, 20) END, v.u, (round(v.pr * (0.7 + pg_temp.m(i, 92, 60) / 100.0), -1))::numeric(10,2),
  CASE WHEN pg_temp.m(i, 93, 9) = 0 THEN 0 ELSE pg_temp.m(i, 94, v.q) END, v.q / 4, CASE WHEN pg_temp.m(i, 95, 8) > 0 THEN chr(1040 + pg_temp.m(i, 96, 6)) || '-' || (1 + pg_temp.m(i, 97, 30)) END, b IN ('CAT','JCB','Komatsu') OR pg_temp.m(i, 98, 3) = 0
FROM generate_series(0, 207) i0, LATERAL (SELECT i0 + 1 AS i, (ARRAY['CAT','JCB','Komatsu','КамАЗ','Bosch','Donaldson','ЗЗГТ','SKF'])[1 + i0 / 26] b) x, LATERAL (SELECT * FROM (VALUES
  (0,'Фильтр масляный','Фильтры',1900,'шт',60),(1,'Фильтр воздушный','Фильтры',3200,'шт',50),(2,'Фильтр топливный','Фильтры',2400,'шт',50),(3,'Фильтр гидравлический','Фильтры',4100,'шт',40),
  (4,'Насос гидравлический','Гидравлика',186000,'шт',5),(5,'Гидроцилиндр стрелы','Гидравлика',94000,'шт',6),(6,'Рукав высокого давления','Гидравлика',5200,'м',80),(7,'Распределитель','Гидравлика',72000,'шт',5),
  (8,'Ремкомплект уплотнений','Гидравлика',8600,'компл',30),(9,'Стартер','Электрика',31000,'шт',10),(10,'Генератор 24В','Электрика',36500,'шт',9),(11,'Аккумулятор 190 А·ч','Электрика',17800,'шт',24),
  (12,'Фара рабочая','Электрика',4300,'шт',30),(13,'Датчик давления','Электрика',6900,'шт',20),(14,'Турбокомпрессор','Двигатель',88000,'шт',5),(15,'Форсунка','Двигатель',27400,'шт',16),
  (16,'Ремень привода','Двигатель',2700,'шт',40),(17,'Прокладка ГБЦ','Двигатель',6100,'шт',14),(18,'Помпа','Двигатель',15200,'шт',10),(19,'Каток опорный','Ходовая',24800,'шт',18),
  (20,'Гусеница в сборе','Ходовая',310000,'шт',4),(21,'Шина 20.5-25','Ходовая',98000,'шт',12),(22,'Зуб ковша','Рабочее оборудование',3900,'шт',70),(23,'Палец ковша','Рабочее оборудование',5800,'шт',40),
  (24,'Масло гидравлическое','Масла',410,'л',900),(25,'Масло моторное','Масла',520,'л',700)) w(n, nm, cat, pr, u, q) WHERE n = i0 % 26) v;

INSERT INTO "РасходЗапчастей"
SELECT row_number() OVER (ORDER BY z."ДатаЗаявки", z."Код", k)::int, z."Код", p."Код", least(z."ДатаЗаявки" + pg_temp.m(z."Код" * 7 + k, 101, 6), coalesce(z."ДатаЗавершения", DATE '2026-11-21')), q, p.pr, q * p.pr
FROM "ЗаявкиНаРемонт" z, generate_series(1, 4) k, LATERAL (SELECT s."Код", round(s."Цена" * (0.8 + (z."ДатаЗаявки" - DATE '2023-12-01') / 5000.0), 2) pr, s."Единица" u FROM "Запчасти" s
   WHERE s."Код" = 1 + pg_temp.m(z."Код" * 7 + k, 102, 200)) p, LATERAL (SELECT CASE WHEN p.u = 'л' THEN 10 + pg_temp.m(z."Код" * 7 + k, 103, 40) WHEN p.pr > 20000 THEN 1 ELSE 1 + pg_temp.m(z."Код" * 7 + k, 103, 4) * (k % 2) END q) y
WHERE z."Статус" IN ('Выполнена','В работе') AND (p.pr < 60000 OR pg_temp.m(z."Код" * 7 + k, 104, 8) = 0) AND k <= pg_temp.m(z."Код", 100, 5);

INSERT INTO "ОтработанноеВремя"
SELECT row_number() OVER (ORDER BY mo, e."Код")::int, e."Код", mo, x.nh, greatest(0, x.nh - CASE pg_temp.m(e."Код", j, 6) WHEN 0 THEN 40 WHEN 1 THEN 16 WHEN 2 THEN 8 ELSE 0 END) + ot, ot, mo < DATE '2026-11-01' AND NOT (mo = DATE '2026-10-01' AND e."Код" % 6 = 1)
FROM generate_series(0, 35) j CROSS JOIN LATERAL (SELECT (DATE '2023-12-01' + make_interval(months => j))::date mo, CASE WHEN j = 35 THEN 111 ELSE (ARRAY[168,136,159,159,168,159,151,184,168,168,184,160])[1 + j % 12] END nh) x
JOIN "Сотрудники" e ON e."ДатаПриема" <= x.mo AND coalesce(e."ДатаУвольнения", DATE '2027-01-01') >= x.mo + 27 AND e."ВидЗанятости" = 'Основное место' AND e."Код" % 5 <> 2,
LATERAL (SELECT CASE WHEN e."КодПодразделения" BETWEEN 4 AND 9 AND pg_temp.m(e."Код" * 50 + j, 111, 5) = 0 THEN 4 * (1 + pg_temp.m(e."Код" * 50 + j, 112, 8)) ELSE 0 END ot) o;

INSERT INTO "Отсутствия"
SELECT row_number() OVER (ORDER BY d, i)::int, e, k, d, d + n - 1, n, k = 'Больничный' OR d < DATE '2026-10-01' OR pg_temp.m(i, 125, 3) > 0,
  CASE WHEN pg_temp.m(i, 126, 5) < 2 THEN (SELECT min(s."Код") FROM "Сотрудники" s WHERE s."КодПодразделения" = dep AND s."Код" > e AND s."ДатаУвольнения" IS NULL) END
FROM (SELECT i, s."Код" e, s."КодПодразделения" dep, d, (ARRAY['Ежегодный отпуск','Ежегодный отпуск','Ежегодный отпуск','Больничный','Больничный','За свой счёт','Учебный отпуск'])[1 + pg_temp.m(i, 122, 7)] k, i % 3 AS r
  FROM generate_series(1, 640) i CROSS JOIN LATERAL (SELECT CASE WHEN i % 11 = 0 THEN DATE '2026-10-28' + pg_temp.m(i, 127, 45) ELSE DATE '2023-12-04' + pg_temp.m(i, 120, 1080) END d) y JOIN "Сотрудники" s ON s."Код" = 1 + pg_temp.m(i, 121, 158)
  WHERE s."ДатаПриема" + 30 < d AND coalesce(s."ДатаУвольнения", DATE '2027-06-01') > d + 30) a,
  LATERAL (SELECT CASE k WHEN 'Ежегодный отпуск' THEN (ARRAY[14,28,7])[1 + r] WHEN 'Больничный' THEN 4 + pg_temp.m(i, 123, 14) WHEN 'За свой счёт' THEN 1 + pg_temp.m(i, 124, 5) ELSE 20 END n) b
WHERE k <> 'Больничный' OR d <= DATE '2026-11-20';

-- an advance at the start, the rest when the machine is back
INSERT INTO "Счета"
SELECT row_number() OVER (ORDER BY d, dog, k)::int, 'СЧ-' || to_char(d, 'YYYY') || '-' || lpad((row_number() OVER (ORDER BY d, dog, k))::text, 5, '0'), dog,
  k, d, d + 5 + ots, s, round(s * tax / (100 + tax), 2), 'Выставлен'
FROM (SELECT d."Код" dog, k."ОтсрочкаДней" ots, x.*, CASE WHEN x.d >= DATE '2026-01-01' THEN 22 ELSE 20 END tax FROM "ДоговорыАренды" d JOIN "Контрагенты" k ON k."Код" = d."КодКонтрагента",
  LATERAL (VALUES ('Аванс', d."ДатаНачала", round(d."СуммаДоговора" * 0.4, 2)), ('Окончательный расчёт', d."ФактическаяДатаВозврата" + 1,
    round(d."СтавкаВСутки" * greatest(1, d."ФактическаяДатаВозврата" - d."ДатаНачала") - d."СуммаДоговора" * 0.4, 2))) x(k, d, s) WHERE x.d <= DATE '2026-11-22' AND x.s > 0) q;
INSERT INTO "Оплаты"
SELECT row_number() OVER (ORDER BY pd, a."Код", k)::int, a."Код", pd, CASE WHEN parts = 1 THEN a."Сумма" WHEN k = 1 THEN round(a."Сумма" * 0.6, -2) ELSE a."Сумма" - round(a."Сумма" * 0.6, -2) END,
  CASE WHEN pg_temp.m(a."Код", 133, 30) = 0 THEN 'Взаимозачёт' WHEN a."Сумма" < 100000 AND pg_temp.m(a."Код", 134, 5) = 0 THEN 'Наличные' ELSE 'Безналичный' END,
  CASE WHEN pg_temp.m(a."Код", 133, 30) > 0 AND NOT (a."Сумма" < 100000 AND pg_temp.m(a."Код", 134, 5) = 0) THEN (1 + pg_temp.m(a."Код" * 3 + k, 135, 9000))::text END
FROM "Счета" a, LATERAL (SELECT CASE WHEN pg_temp.m(a."Код", 130, 9) = 0 THEN 2 ELSE 1 END parts) y, generate_series(1, 2) k,
  LATERAL (SELECT a."ДатаСчета" + 1 + pg_temp.m(a."Код", 131, a."СрокОплаты" - a."ДатаСчета" + CASE WHEN a."Код" % 3 = 0 THEN 22 ELSE 3 END) + (k - 1) * (9 + pg_temp.m(a."Код", 132, 30)) pd) z
WHERE k <= parts AND pd <= DATE '2026-11-21' AND a."Код" % 37 <> 9 AND NOT (k = 2 AND a."Код" % 4 = 1) AND NOT (a."ДатаСчета" > DATE '2026-06-01' AND a."Код" % 11 = 2);
UPDATE "Счета" s SET "Статус" = CASE WHEN p.c = 0 AND s."Код" % 3 = 1 AND s."ДатаСчета" < DATE '2026-05-01' THEN 'Аннулирован' WHEN p.c = 0 THEN 'Выставлен' WHEN p.c < s."Сумма" THEN 'Частично оплачен' ELSE 'Оплачен' END
FROM (SELECT a."Код", coalesce(sum(o."Сумма"), 0) c FROM "Счета" a LEFT JOIN "Оплаты" o ON o."КодСчета" = a."Код" GROUP BY 1) p WHERE p."Код" = s."Код";
COMMIT;
ANALYZE;
