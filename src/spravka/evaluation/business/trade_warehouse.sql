-- A warehouse of figures over the accounting of a firm that trades in building materials. Invented, the same at every load.
SET client_min_messages = warning;
CREATE FUNCTION pg_temp.h(i bigint, s text, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ((hashtext(i::text || ':' || s)::bigint & 2147483647) % n)::int $$;   -- 0..n-1
CREATE FUNCTION pg_temp.pick(i bigint, s text, a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.h(i, s, array_length(a, 1))] $$;

CREATE TABLE dim_data (
  data_key int PRIMARY KEY, data_dnya date NOT NULL UNIQUE, god int NOT NULL, kvartal int NOT NULL, mesyac int NOT NULL,
  mesyac_naim text NOT NULL, den_nedeli text NOT NULL, is_vyhodnoy boolean NOT NULL);
CREATE TABLE dim_sklad (
  sklad_key int PRIMARY KEY, kod text NOT NULL UNIQUE, naim text NOT NULL, gorod text NOT NULL, tip text NOT NULL,
  ploshchad_m2 int, data_otkrytiya date, is_aktiv boolean NOT NULL DEFAULT true);
CREATE TABLE dim_menedzher (
  men_key int PRIMARY KEY, tab_nomer text NOT NULL UNIQUE, fio text NOT NULL, otdel text NOT NULL, dolzhnost text NOT NULL, gorod text,
  data_priema date NOT NULL, data_uvoln date, ruk_key int REFERENCES dim_menedzher, oklad numeric(12,2));
CREATE TABLE dim_nom_gruppa (
  gruppa_key int PRIMARY KEY, kod text NOT NULL UNIQUE, naim text NOT NULL, roditel text, nacenka_plan_prc numeric(5,1));
CREATE TABLE dim_kontragent (
  kontragent_key int PRIMARY KEY, kod_1c text NOT NULL UNIQUE, naim text NOT NULL, inn text, is_pokupatel smallint NOT NULL, is_postavshchik smallint NOT NULL,
  kanal text, segment_abc char(1), gorod text, strana text NOT NULL DEFAULT 'Россия', men_key int REFERENCES dim_menedzher,
  kredit_limit numeric(14,2), otsrochka_dn int, dogovor_nomer text, dogovor_do date, is_stop boolean NOT NULL DEFAULT false, email text, data_sozd date);
CREATE TABLE dim_nomenklatura (
  nom_key int PRIMARY KEY, kod_1c text NOT NULL UNIQUE, artikul text, naim text NOT NULL, gruppa_key int NOT NULL REFERENCES dim_nom_gruppa,
  brend text, strana_proizv text, ed_izm text NOT NULL, ves_kg numeric(10,3), cena_zak numeric(12,2), cena_rozn numeric(12,2),
  min_ostatok int, osn_postavshchik_key int, is_arhiv smallint NOT NULL DEFAULT 0, data_vvoda date);
CREATE TABLE fact_prodazhi (
  prodazha_id bigint PRIMARY KEY, nomer_dok text NOT NULL, data_key int NOT NULL REFERENCES dim_data, data_dok date NOT NULL,
  kontragent_key int NOT NULL REFERENCES dim_kontragent, nom_key int NOT NULL REFERENCES dim_nomenklatura, sklad_key int NOT NULL REFERENCES dim_sklad,
  men_key int NOT NULL REFERENCES dim_menedzher, kanal_prodazh text, kolvo numeric(12,2) NOT NULL, cena numeric(12,2) NOT NULL, skidka_prc numeric(5,2) NOT NULL DEFAULT 0,
  summa numeric(14,2) NOT NULL, sebest numeric(14,2) NOT NULL, is_akciya boolean NOT NULL DEFAULT false);
CREATE TABLE fact_zakupki (
  zakupka_id bigint PRIMARY KEY, nomer_zakaza text NOT NULL, data_zakaza date NOT NULL, data_plan date NOT NULL, data_fakt date,
  postavshchik_key int NOT NULL REFERENCES dim_kontragent (kontragent_key), nom_key int NOT NULL REFERENCES dim_nomenklatura, sklad_key int REFERENCES dim_sklad,
  zakupshchik_key int REFERENCES dim_menedzher (men_key), kolvo_zak numeric(12,2) NOT NULL, kolvo_prin numeric(12,2) NOT NULL, cena_zak numeric(12,2) NOT NULL, summa numeric(14,2) NOT NULL,
  valyuta char(3) NOT NULL DEFAULT 'RUB', status_kod text NOT NULL, status_naim text NOT NULL);
CREATE TABLE fact_ostatki (
  ostatok_id bigint PRIMARY KEY, data_key int NOT NULL REFERENCES dim_data, sklad_key int NOT NULL REFERENCES dim_sklad, nom_key int NOT NULL REFERENCES dim_nomenklatura,
  kolvo numeric(12,2) NOT NULL, rezerv numeric(12,2) NOT NULL DEFAULT 0, v_puti numeric(12,2) NOT NULL DEFAULT 0, summa_sebest numeric(14,2) NOT NULL, dn_bez_dvizh int);
CREATE TABLE fact_scheta (
  schet_id bigint PRIMARY KEY, nomer_scheta text NOT NULL UNIQUE, data_scheta date NOT NULL, srok_oplaty date NOT NULL, kontragent_key int NOT NULL REFERENCES dim_kontragent,
  men_key int REFERENCES dim_menedzher, summa numeric(14,2) NOT NULL, oplacheno numeric(14,2) NOT NULL DEFAULT 0, data_oplaty date, status_kod text NOT NULL, status_naim text NOT NULL);
CREATE TABLE fact_oplaty (
  oplata_id bigint PRIMARY KEY, nomer_pp text NOT NULL, data_oplaty date NOT NULL, napravlenie text NOT NULL, kontragent_key int REFERENCES dim_kontragent,
  schet_id bigint, org_naim text NOT NULL, bank text, forma_opl text NOT NULL, statya_dds text NOT NULL, summa numeric(14,2) NOT NULL);
CREATE TABLE fact_plan_fakt (
  plan_id bigint PRIMARY KEY, mesyac date NOT NULL, men_key int NOT NULL REFERENCES dim_menedzher, plan_summa numeric(14,2) NOT NULL, fakt_summa numeric(14,2) NOT NULL,
  plan_novyh_kl int NOT NULL, fakt_novyh_kl int NOT NULL);
CREATE TABLE fact_vozvraty (
  vozvrat_id bigint PRIMARY KEY, nomer_vozvrata text NOT NULL, data_vozvrata date NOT NULL, prodazha_id bigint REFERENCES fact_prodazhi, kontragent_key int NOT NULL REFERENCES dim_kontragent,
  nom_key int NOT NULL REFERENCES dim_nomenklatura, sklad_key int NOT NULL, kolvo numeric(12,2) NOT NULL, summa numeric(14,2) NOT NULL, prichina text NOT NULL, is_brak smallint NOT NULL);
CREATE TABLE fact_dostavka (
  dostavka_id bigint PRIMARY KEY, nomer_ml text NOT NULL, nomer_dok text, data_plan date NOT NULL, data_fakt date, kontragent_key int NOT NULL REFERENCES dim_kontragent,
  sklad_key int NOT NULL REFERENCES dim_sklad, perevozchik text NOT NULL, tip_ts text, rasst_km int, ves_kg numeric(12,1), stoim numeric(12,2) NOT NULL, status_kod text NOT NULL, status_naim text NOT NULL);

COMMENT ON TABLE dim_data IS 'Измерение «Календарь»';
COMMENT ON COLUMN dim_data.data_key IS 'Ключ даты, ГГГГММДД';
COMMENT ON COLUMN dim_data.data_dnya IS 'Дата';
COMMENT ON COLUMN dim_data.god IS 'Год';
COMMENT ON COLUMN dim_data.kvartal IS 'Квартал';
COMMENT ON COLUMN dim_data.mesyac IS 'Номер месяца';
COMMENT ON COLUMN dim_data.mesyac_naim IS 'Название месяца';
COMMENT ON COLUMN dim_data.den_nedeli IS 'День недели';
COMMENT ON COLUMN dim_data.is_vyhodnoy IS 'Признак выходного дня';
COMMENT ON TABLE dim_sklad IS 'Измерение «Склады и магазины»';
COMMENT ON COLUMN dim_sklad.sklad_key IS 'Суррогатный ключ склада';
COMMENT ON COLUMN dim_sklad.kod IS 'Код склада в 1С';
COMMENT ON COLUMN dim_sklad.naim IS 'Наименование склада';
COMMENT ON COLUMN dim_sklad.gorod IS 'Город';
COMMENT ON COLUMN dim_sklad.tip IS 'Тип склада: Оптовый, Розничный, Открытая площадка, Транзитный';
COMMENT ON COLUMN dim_sklad.ploshchad_m2 IS 'Площадь, м²';
COMMENT ON COLUMN dim_sklad.is_aktiv IS 'Признак: склад действует';
COMMENT ON TABLE dim_menedzher IS 'Измерение «Менеджеры» (продавцы и закупщики)';
COMMENT ON COLUMN dim_menedzher.men_key IS 'Суррогатный ключ менеджера';
COMMENT ON COLUMN dim_menedzher.tab_nomer IS 'Табельный номер';
COMMENT ON COLUMN dim_menedzher.fio IS 'ФИО менеджера';
COMMENT ON COLUMN dim_menedzher.otdel IS 'Отдел';
COMMENT ON COLUMN dim_menedzher.dolzhnost IS 'Должность';
COMMENT ON COLUMN dim_menedzher.data_priema IS 'Дата приёма на работу';
COMMENT ON COLUMN dim_menedzher.data_uvoln IS 'Дата увольнения (пусто — работает)';
COMMENT ON COLUMN dim_menedzher.ruk_key IS 'Руководитель (ключ менеджера)';
COMMENT ON COLUMN dim_menedzher.oklad IS 'Оклад, руб. в месяц';
COMMENT ON TABLE dim_nom_gruppa IS 'Измерение «Номенклатурные группы» (товарные группы)';
COMMENT ON COLUMN dim_nom_gruppa.gruppa_key IS 'Суррогатный ключ группы';
COMMENT ON COLUMN dim_nom_gruppa.kod IS 'Код группы';
COMMENT ON COLUMN dim_nom_gruppa.naim IS 'Наименование товарной группы';
COMMENT ON COLUMN dim_nom_gruppa.roditel IS 'Укрупнённая категория';
COMMENT ON COLUMN dim_nom_gruppa.nacenka_plan_prc IS 'Плановая наценка, %';
COMMENT ON TABLE dim_kontragent IS 'Измерение «Контрагенты»: покупатели и поставщики';
COMMENT ON COLUMN dim_kontragent.kontragent_key IS 'Суррогатный ключ контрагента';
COMMENT ON COLUMN dim_kontragent.kod_1c IS 'Код в 1С';
COMMENT ON COLUMN dim_kontragent.naim IS 'Наименование контрагента';
COMMENT ON COLUMN dim_kontragent.inn IS 'ИНН';
COMMENT ON COLUMN dim_kontragent.is_pokupatel IS 'Признак покупателя (1/0)';
COMMENT ON COLUMN dim_kontragent.is_postavshchik IS 'Признак поставщика (1/0)';
COMMENT ON COLUMN dim_kontragent.kanal IS 'Тип клиента: Застройщик, Дилер, Розничная сеть, Бригада, Госзаказчик';
COMMENT ON COLUMN dim_kontragent.segment_abc IS 'Категория клиента по ABC-анализу (A, B, C)';
COMMENT ON COLUMN dim_kontragent.gorod IS 'Город контрагента';
COMMENT ON COLUMN dim_kontragent.strana IS 'Страна регистрации';
COMMENT ON COLUMN dim_kontragent.men_key IS 'Ответственный менеджер';
COMMENT ON COLUMN dim_kontragent.kredit_limit IS 'Кредитный лимит, руб.';
COMMENT ON COLUMN dim_kontragent.otsrochka_dn IS 'Отсрочка платежа, дней';
COMMENT ON COLUMN dim_kontragent.dogovor_nomer IS 'Номер договора';
COMMENT ON COLUMN dim_kontragent.dogovor_do IS 'Договор действует до';
COMMENT ON COLUMN dim_kontragent.is_stop IS 'В стоп-листе (отгрузка запрещена)';
COMMENT ON COLUMN dim_kontragent.data_sozd IS 'Дата заведения в базу';
COMMENT ON TABLE dim_nomenklatura IS 'Измерение «Номенклатура» (товары)';
COMMENT ON COLUMN dim_nomenklatura.nom_key IS 'Суррогатный ключ товара';
COMMENT ON COLUMN dim_nomenklatura.kod_1c IS 'Код товара в 1С';
COMMENT ON COLUMN dim_nomenklatura.artikul IS 'Артикул';
COMMENT ON COLUMN dim_nomenklatura.naim IS 'Наименование товара';
COMMENT ON COLUMN dim_nomenklatura.gruppa_key IS 'Товарная группа';
COMMENT ON COLUMN dim_nomenklatura.brend IS 'Торговая марка';
COMMENT ON COLUMN dim_nomenklatura.strana_proizv IS 'Страна производства';
COMMENT ON COLUMN dim_nomenklatura.ed_izm IS 'Единица измерения';
COMMENT ON COLUMN dim_nomenklatura.ves_kg IS 'Вес единицы, кг';
COMMENT ON COLUMN dim_nomenklatura.cena_zak IS 'Закупочная цена, руб.';
COMMENT ON COLUMN dim_nomenklatura.cena_rozn IS 'Розничная цена, руб.';
COMMENT ON COLUMN dim_nomenklatura.min_ostatok IS 'Неснижаемый остаток';
COMMENT ON COLUMN dim_nomenklatura.osn_postavshchik_key IS 'Основной поставщик (ключ контрагента)';
COMMENT ON COLUMN dim_nomenklatura.is_arhiv IS 'Признак: выведен из ассортимента (1/0)';
COMMENT ON TABLE fact_prodazhi IS 'Факт «Продажи»: строки документов реализации';
COMMENT ON COLUMN fact_prodazhi.nomer_dok IS 'Номер документа реализации';
COMMENT ON COLUMN fact_prodazhi.data_key IS 'Ключ даты';
COMMENT ON COLUMN fact_prodazhi.data_dok IS 'Дата продажи';
COMMENT ON COLUMN fact_prodazhi.kontragent_key IS 'Покупатель';
COMMENT ON COLUMN fact_prodazhi.nom_key IS 'Товар';
COMMENT ON COLUMN fact_prodazhi.sklad_key IS 'Склад отгрузки';
COMMENT ON COLUMN fact_prodazhi.men_key IS 'Менеджер сделки';
COMMENT ON COLUMN fact_prodazhi.kanal_prodazh IS 'Канал продажи: Офис, Магазин, Сайт, Маркетплейс';
COMMENT ON COLUMN fact_prodazhi.kolvo IS 'Количество';
COMMENT ON COLUMN fact_prodazhi.cena IS 'Цена за единицу, руб.';
COMMENT ON COLUMN fact_prodazhi.skidka_prc IS 'Скидка, %';
COMMENT ON COLUMN fact_prodazhi.summa IS 'Сумма продажи (выручка) с учётом скидки, руб.';
COMMENT ON COLUMN fact_prodazhi.sebest IS 'Себестоимость продажи, руб.';
COMMENT ON COLUMN fact_prodazhi.is_akciya IS 'Продажа по акции';
COMMENT ON TABLE fact_zakupki IS 'Факт «Закупки»: строки заказов поставщикам';
COMMENT ON COLUMN fact_zakupki.nomer_zakaza IS 'Номер заказа поставщику';
COMMENT ON COLUMN fact_zakupki.data_zakaza IS 'Дата заказа';
COMMENT ON COLUMN fact_zakupki.data_plan IS 'Плановая дата поставки';
COMMENT ON COLUMN fact_zakupki.data_fakt IS 'Фактическая дата поставки (пусто — не пришло)';
COMMENT ON COLUMN fact_zakupki.postavshchik_key IS 'Поставщик';
COMMENT ON COLUMN fact_zakupki.nom_key IS 'Товар';
COMMENT ON COLUMN fact_zakupki.sklad_key IS 'Склад приёмки';
COMMENT ON COLUMN fact_zakupki.zakupshchik_key IS 'Закупщик';
COMMENT ON COLUMN fact_zakupki.kolvo_zak IS 'Заказано, количество';
COMMENT ON COLUMN fact_zakupki.kolvo_prin IS 'Принято, количество';
COMMENT ON COLUMN fact_zakupki.cena_zak IS 'Закупочная цена, руб.';
COMMENT ON COLUMN fact_zakupki.summa IS 'Сумма закупки, руб.';
COMMENT ON COLUMN fact_zakupki.valyuta IS 'Валюта договора';
COMMENT ON COLUMN fact_zakupki.status_kod IS 'Код статуса: NEW, CONF, TRANS, PART, DONE, CANC';
COMMENT ON COLUMN fact_zakupki.status_naim IS 'Статус заказа';
COMMENT ON TABLE fact_ostatki IS 'Факт «Остатки товаров»: срезы на конец квартала и последний срез на 22.11.2026';
COMMENT ON COLUMN fact_ostatki.data_key IS 'Дата среза (ключ)';
COMMENT ON COLUMN fact_ostatki.sklad_key IS 'Склад';
COMMENT ON COLUMN fact_ostatki.nom_key IS 'Товар';
COMMENT ON COLUMN fact_ostatki.kolvo IS 'Остаток, количество';
COMMENT ON COLUMN fact_ostatki.rezerv IS 'В резерве, количество';
COMMENT ON COLUMN fact_ostatki.v_puti IS 'Товар в пути, количество';
COMMENT ON COLUMN fact_ostatki.summa_sebest IS 'Стоимость остатка по себестоимости, руб.';
COMMENT ON COLUMN fact_ostatki.dn_bez_dvizh IS 'Дней без движения';
COMMENT ON TABLE fact_scheta IS 'Факт «Счета покупателям»';
COMMENT ON COLUMN fact_scheta.nomer_scheta IS 'Номер счёта';
COMMENT ON COLUMN fact_scheta.data_scheta IS 'Дата счёта';
COMMENT ON COLUMN fact_scheta.srok_oplaty IS 'Оплатить до';
COMMENT ON COLUMN fact_scheta.kontragent_key IS 'Плательщик';
COMMENT ON COLUMN fact_scheta.men_key IS 'Менеджер';
COMMENT ON COLUMN fact_scheta.summa IS 'Сумма счёта, руб.';
COMMENT ON COLUMN fact_scheta.oplacheno IS 'Оплачено по счёту, руб.';
COMMENT ON COLUMN fact_scheta.data_oplaty IS 'Дата полной оплаты';
COMMENT ON COLUMN fact_scheta.status_kod IS 'Код статуса: OPL, CHAST, NEOPL, ANN';
COMMENT ON COLUMN fact_scheta.status_naim IS 'Статус счёта';
COMMENT ON TABLE fact_oplaty IS 'Факт «Движение денежных средств»: поступления и списания';
COMMENT ON COLUMN fact_oplaty.nomer_pp IS 'Номер платёжного документа';
COMMENT ON COLUMN fact_oplaty.data_oplaty IS 'Дата платежа';
COMMENT ON COLUMN fact_oplaty.napravlenie IS 'Поступление или Списание';
COMMENT ON COLUMN fact_oplaty.kontragent_key IS 'Контрагент';
COMMENT ON COLUMN fact_oplaty.schet_id IS 'Счёт покупателю, по которому пришла оплата';
COMMENT ON COLUMN fact_oplaty.org_naim IS 'Наша организация';
COMMENT ON COLUMN fact_oplaty.forma_opl IS 'Форма оплаты: безналичная, наличные, карта';
COMMENT ON COLUMN fact_oplaty.statya_dds IS 'Статья ДДС';
COMMENT ON COLUMN fact_oplaty.summa IS 'Сумма платежа, руб.';
COMMENT ON TABLE fact_plan_fakt IS 'План-факт продаж по менеджерам, помесячно';
COMMENT ON COLUMN fact_plan_fakt.mesyac IS 'Месяц (первое число)';
COMMENT ON COLUMN fact_plan_fakt.men_key IS 'Менеджер';
COMMENT ON COLUMN fact_plan_fakt.plan_summa IS 'План продаж, руб.';
COMMENT ON COLUMN fact_plan_fakt.fakt_summa IS 'Факт продаж, руб.';
COMMENT ON COLUMN fact_plan_fakt.plan_novyh_kl IS 'План по новым клиентам';
COMMENT ON COLUMN fact_plan_fakt.fakt_novyh_kl IS 'Привлечено новых клиентов';
COMMENT ON TABLE fact_vozvraty IS 'Факт «Возвраты от покупателей»';
COMMENT ON COLUMN fact_vozvraty.nomer_vozvrata IS 'Номер возврата';
COMMENT ON COLUMN fact_vozvraty.data_vozvrata IS 'Дата возврата';
COMMENT ON COLUMN fact_vozvraty.prodazha_id IS 'Строка продажи';
COMMENT ON COLUMN fact_vozvraty.kontragent_key IS 'Покупатель';
COMMENT ON COLUMN fact_vozvraty.nom_key IS 'Товар';
COMMENT ON COLUMN fact_vozvraty.sklad_key IS 'Склад возврата (ключ)';
COMMENT ON COLUMN fact_vozvraty.kolvo IS 'Возвращено, количество';
COMMENT ON COLUMN fact_vozvraty.summa IS 'Сумма возврата, руб.';
COMMENT ON COLUMN fact_vozvraty.prichina IS 'Причина возврата';
COMMENT ON COLUMN fact_vozvraty.is_brak IS 'Признак брака (1/0)';
COMMENT ON TABLE fact_dostavka IS 'Факт «Доставка»: маршрутные листы до клиента';
COMMENT ON COLUMN fact_dostavka.nomer_ml IS 'Номер маршрутного листа';
COMMENT ON COLUMN fact_dostavka.nomer_dok IS 'Номер документа реализации';
COMMENT ON COLUMN fact_dostavka.data_plan IS 'Плановая дата доставки';
COMMENT ON COLUMN fact_dostavka.data_fakt IS 'Фактическая дата доставки';
COMMENT ON COLUMN fact_dostavka.kontragent_key IS 'Получатель';
COMMENT ON COLUMN fact_dostavka.sklad_key IS 'Склад отправки';
COMMENT ON COLUMN fact_dostavka.perevozchik IS 'Перевозчик';
COMMENT ON COLUMN fact_dostavka.tip_ts IS 'Тип машины';
COMMENT ON COLUMN fact_dostavka.rasst_km IS 'Расстояние, км';
COMMENT ON COLUMN fact_dostavka.ves_kg IS 'Вес груза, кг';
COMMENT ON COLUMN fact_dostavka.stoim IS 'Стоимость доставки, руб.';
COMMENT ON COLUMN fact_dostavka.status_kod IS 'Код статуса: PLAN, ROUTE, DELIV, REFUSE';
COMMENT ON COLUMN fact_dostavka.status_naim IS 'Статус доставки';

INSERT INTO dim_data SELECT to_char(d,'YYYYMMDD')::int, d::date, extract(year FROM d), extract(quarter FROM d), extract(month FROM d),
  (ARRAY['Январь','Февраль','Март','Апрель','Май','Июнь','Июль','Август','Сентябрь','Октябрь','Ноябрь','Декабрь'])[extract(month FROM d)::int],
  (ARRAY['понедельник','вторник','среда','четверг','пятница','суббота','воскресенье'])[extract(isodow FROM d)::int], extract(isodow FROM d) >= 6
  FROM generate_series(DATE '2023-12-01', DATE '2026-12-31', interval '1 day') d;
INSERT INTO dim_sklad VALUES
 (1,'МСК-01','Центральный склад Подольск','Москва','Оптовый',8200,'2014-03-01',true), (2,'МСК-02','Магазин на Каширском шоссе','Москва','Розничный',1450,'2018-06-15',true),
 (3,'СПБ-01','Склад Шушары','Санкт-Петербург','Оптовый',4600,'2017-09-01',true), (4,'КЗН-01','Склад Казань','Казань','Оптовый',3100,'2019-04-10',true),
 (5,'КЗН-02','Магазин «Мастер» Казань','Казань','Розничный',640,'2021-05-20',true), (6,'ЕКБ-01','Склад Екатеринбург','Екатеринбург','Оптовый',3850,'2020-02-03',true),
 (7,'ННВ-01','Площадка Дзержинск','Нижний Новгород','Открытая площадка',5400,'2022-08-01',true), (8,'САМ-01','Транзитный склад Самара','Самара','Транзитный',900,'2023-10-16',true),
 (9,'РНД-01','Склад Ростов','Ростов-на-Дону','Оптовый',1200,'2016-11-07',false);
INSERT INTO dim_menedzher (men_key, tab_nomer, fio, otdel, dolzhnost, gorod, data_priema, data_uvoln, ruk_key, oklad)
SELECT k, 'ТН-' || lpad((k * 37 + 104)::text, 5, '0'), f, o, d, g, p::date, u::date, r, s FROM (VALUES
 (1,'Лаптева Марина Игоревна','Отдел оптовых продаж','Начальник отдела','Москва','2015-02-09',NULL,NULL,160000), (2,'Корнеев Артём Павлович','Отдел оптовых продаж','Ведущий менеджер','Москва','2017-05-22',NULL,1,105000),
 (3,'Юсупова Алина Рашидовна','Отдел оптовых продаж','Менеджер','Казань','2019-08-05',NULL,1,82000), (4,'Громов Денис Олегович','Отдел оптовых продаж','Менеджер','Москва','2020-01-13',NULL,1,80000),
 (5,'Сафонова Ольга Викторовна','Отдел оптовых продаж','Ведущий менеджер','Санкт-Петербург','2018-03-19',NULL,1,102000), (6,'Белкин Роман Сергеевич','Отдел оптовых продаж','Менеджер','Екатеринбург','2021-06-01',NULL,1,78000),
 (7,'Тихомиров Илья Андреевич','Отдел проектных продаж','Начальник отдела','Москва','2016-10-03',NULL,NULL,170000), (8,'Зайнуллин Тимур Маратович','Отдел проектных продаж','Ведущий менеджер','Казань','2018-11-12',NULL,7,110000),
 (9,'Панкратова Елена Юрьевна','Отдел проектных продаж','Менеджер','Москва','2022-02-14',NULL,7,88000), (10,'Ершов Максим Николаевич','Отдел проектных продаж','Менеджер','Нижний Новгород','2022-09-26','2025-06-30',7,84000),
 (11,'Кузьмина Дарья Алексеевна','Розница','Начальник отдела','Москва','2017-04-17',NULL,NULL,130000), (12,'Фролов Никита Евгеньевич','Розница','Продавец-консультант','Москва','2021-03-29',NULL,11,62000),
 (13,'Гарипова Лейсан Ильдаровна','Розница','Продавец-консультант','Казань','2021-06-07',NULL,11,58000), (14,'Мельник Светлана Петровна','Розница','Менеджер','Самара','2023-11-01',NULL,11,65000),
 (15,'Осипов Кирилл Дмитриевич','Отдел оптовых продаж','Менеджер','Екатеринбург','2023-04-10','2026-03-13',1,76000), (16,'Чернова Анна Валерьевна','Отдел проектных продаж','Менеджер','Санкт-Петербург','2024-05-13',NULL,7,85000),
 (17,'Дорохин Егор Станиславович','Розница','Продавец-консультант','Москва','2025-09-01',NULL,11,60000), (18,'Лыкова Полина Константиновна','Отдел оптовых продаж','Стажёр','Москва','2026-10-05',NULL,1,50000),
 (19,'Журавлёв Андрей Геннадьевич','Отдел закупок','Начальник отдела','Москва','2014-07-21',NULL,NULL,155000), (20,'Рыбакова Ирина Семёновна','Отдел закупок','Закупщик','Москва','2018-01-15',NULL,19,90000),
 (21,'Хасанов Руслан Фаридович','Отдел закупок','Закупщик','Казань','2020-08-10',NULL,19,86000), (22,'Воробьёва Наталья Львовна','Отдел закупок','Закупщик','Санкт-Петербург','2022-12-05','2026-08-28',19,84000),
 (23,'Сычёв Григорий Тимофеевич','Отдел закупок','Закупщик','Москва','2026-09-01',NULL,19,82000)) v(k,f,o,d,g,p,u,r,s);
INSERT INTO dim_nom_gruppa VALUES
 (1,'SUH','Сухие смеси','Отделка',28), (2,'GKL','Гипсокартон и профиль','Отделка',22), (3,'UTP','Теплоизоляция','Общестрой',24), (4,'KRV','Кровля','Общестрой',26),
 (5,'KRP','Кирпич и блоки','Общестрой',15), (6,'LKM','Краски и лаки','Отделка',40), (7,'PIL','Пиломатериалы','Общестрой',18), (8,'KRE','Крепёж','Инструмент и крепёж',55),
 (9,'INS','Инструмент','Инструмент и крепёж',35), (10,'SAN','Сантехника','Инженерные системы',33), (11,'ELE','Электрика','Инженерные системы',38), (12,'PLT','Плитка и керамогранит','Отделка',32), (13,'DVR','Двери','Отделка',NULL);
-- поставщики 1..28, покупатели 29..158
INSERT INTO dim_kontragent SELECT k, '00-' || lpad((k * 7 + 211)::text, 6, '0'), n, '99' || lpad(pg_temp.h(k,'inn',100000000)::text, 8, '0'), CASE WHEN k IN (5,11,19) THEN 1 ELSE 0 END, 1,
  NULL, NULL, g, s, 19 + pg_temp.h(k,'m',4), NULL, (pg_temp.h(k,'ots',5)) * 15, 'П-' || (100 + k) || '/' || (21 + k % 5), DATE '2026-06-30' + pg_temp.h(k,'dd',620), k IN (14, 26), 'sales@p' || k || '.example', DATE '2015-01-12' + pg_temp.h(k,'cr',3600)
 FROM (VALUES (1,'ООО «Гипсовые системы»','Красногорск','Россия'),(2,'АО «Волжский цемент»','Вольск','Россия'),(3,'ООО «ТеплоМат»','Рязань','Россия'),(4,'АО «Кровельные технологии»','Рязань','Россия'),
  (5,'ООО «Бобровский кирпич»','Дзержинск','Россия'),(6,'ОАО «Минский завод красок»','Минск','Беларусь'),(7,'ООО «ЛесТорг Вологда»','Вологда','Россия'),(8,'ООО «КрепМаркет»','Москва','Россия'),
  (9,'ООО «ИнструментСнаб»','Москва','Россия'),(10,'Anadolu Seramik A.S.','Кютахья','Турция'),(11,'ООО «Электрокомплект»','Казань','Россия'),(12,'ООО «Сантехопт»','Санкт-Петербург','Россия'),
  (13,'ООО «Уральская изоляция»','Челябинск','Россия'),(14,'ООО «МеталлПрофиль Юг»','Ростов-на-Дону','Россия'),(15,'ОАО «Керамика Брест»','Брест','Беларусь'),(16,'Zhejiang Tools Co.','Нинбо','Китай'),
  (17,'ООО «Смеси Поволжья»','Самара','Россия'),(18,'ООО «Профиль-Т»','Тверь','Россия'),(19,'АО «Газоблок Центр»','Тула','Россия'),(20,'ООО «Пигмент-Лак»','Тамбов','Россия'),
  (21,'Guangdong Sanitary Ltd','Фошань','Китай'),(22,'ТОО «КазКабель»','Павлодар','Казахстан'),(23,'ООО «Северная доска»','Архангельск','Россия'),(24,'ООО «Европлитка»','Орёл','Россия'),
  (25,'ООО «Крепёжный двор»','Магнитогорск','Россия'),(26,'ООО «Базис-Снаб»','Москва','Россия'),(27,'ООО «Новые двери»','Ульяновск','Россия'),(28,'ООО «Светотехника Плюс»','Саранск','Россия')) v(k,n,g,s);
INSERT INTO dim_kontragent SELECT k, '00-' || lpad((k * 7 + 211)::text, 6, '0'),
  CASE kanal WHEN 'Бригада' THEN 'ИП ' || pg_temp.pick(k/7,'ip',ARRAY['Ветров','Курицын','Сазанов','Мохов','Ручьёв','Полянин','Бугров','Снегов','Осокин','Рябинин']) || ' ' || chr(1040 + k % 17) || '. ' || chr(1040 + k % 13) || '.'
   WHEN 'Госзаказчик' THEN pg_temp.pick(k,'gz',ARRAY['МБУ «Благоустройство','ГКУ «Капстрой','МУП «Жилремсервис']) || ' № ' || k % 40 || '»'
   ELSE CASE WHEN k % 9 = 0 THEN 'АО' ELSE 'ООО' END || ' «' || (ARRAY['Альфа','Вектор','Монолит','Регион','Север','Гарант','Квартал','Прогресс','Авангард','Зодчий','Фасад','Уют','Перспектива'])[1 + k % 13] || (ARRAY['Строй','Дом','Торг','-Групп','-Девелопмент','Ремонт','Инвест','Сервис','-Юг','Снаб'])[1 + (k / 13) % 10] || '»' END,
  CASE WHEN k % 17 = 5 THEN NULL ELSE '99' || lpad(pg_temp.h(k,'inn',100000000)::text, 8, '0') END, 1, 0, kanal, CASE WHEN k < 50 THEN 'A' WHEN k < 95 THEN 'B' ELSE 'C' END,
  pg_temp.pick(k,'g',ARRAY['Москва','Москва','Москва','Казань','Казань','Санкт-Петербург','Санкт-Петербург','Екатеринбург','Нижний Новгород','Самара','Тула','Набережные Челны']), CASE WHEN k IN (77,120) THEN 'Беларусь' WHEN k = 101 THEN 'Казахстан' ELSE 'Россия' END,
  CASE WHEN k % 31 = 3 THEN NULL WHEN kanal IN ('Застройщик','Госзаказчик') THEN 7 + pg_temp.h(k,'m',3) WHEN kanal = 'Бригада' THEN 11 + pg_temp.h(k,'m',4) ELSE 1 + pg_temp.h(k,'m',6) END,
  CASE WHEN kanal = 'Бригада' THEN 0 WHEN k < 50 THEN 1500000 + pg_temp.h(k,'kl',8) * 500000 ELSE 200000 + pg_temp.h(k,'kl',12) * 100000 END, CASE WHEN kanal = 'Бригада' THEN 0 ELSE (ARRAY[7,14,14,21,30,30,45,60])[1 + pg_temp.h(k,'ots',8)] END,
  CASE WHEN kanal = 'Бригада' AND k % 2 = 0 THEN NULL ELSE 'Д-' || (400 + k) || '/' || (22 + k % 5) END, CASE WHEN kanal = 'Бригада' AND k % 2 = 0 THEN NULL ELSE DATE '2026-05-31' + pg_temp.h(k,'dd',600) END,
  pg_temp.h(k,'stop',13) = 0, CASE WHEN pg_temp.h(k,'em',5) = 0 THEN NULL ELSE 'zakaz' || k || '@client.example' END, CASE WHEN k > 143 THEN DATE '2026-01-15' + (k - 143) * 20 WHEN k > 110 THEN DATE '2023-12-05' + (k - 110) * 22 ELSE DATE '2016-02-01' + pg_temp.h(k,'cr',2700) END
 FROM (SELECT k, pg_temp.pick(k,'kan',ARRAY['Застройщик','Застройщик','Дилер','Дилер','Розничная сеть','Бригада','Бригада','Госзаказчик']) AS kanal FROM generate_series(29,158) k) q;
INSERT INTO dim_nomenklatura SELECT k, 'НФ-' || lpad((k * 13 + 1007)::text, 8, '0'), CASE WHEN k % 23 = 4 THEN NULL ELSE upper(substr(md5(k::text),1,2)) || '-' || (1000 + k * 7) END,
  b || ' ' || br || ' ' || sz, g, br, CASE WHEN br IN ('Ceresit','Knauf','Bosch','Grohe','Legrand') THEN (ARRAY['Россия','Германия','Россия'])[1 + k % 3] WHEN br IN ('Сибртех','VitaBath') THEN 'Китай' WHEN br = 'Kutahya' THEN 'Турция' WHEN br IN ('Керамин','MAV') THEN 'Беларусь' ELSE 'Россия' END,
  ed, round((ves * (0.7 + si * 0.3))::numeric, 3), round((cena * (0.8 + si * 0.2) * (0.92 + pg_temp.h(k,'cz',17) / 100.0) * 0.74)::numeric, 2), CASE WHEN k % 41 = 7 THEN NULL ELSE round((cena * (0.8 + si * 0.2) * (0.95 + pg_temp.h(k,'cr',14) / 100.0))::numeric, 0) END,
  CASE WHEN k % 6 = 1 THEN NULL ELSE (2 + pg_temp.h(k,'mo',9)) * 10 END, sup[1 + k % array_length(sup,1)], CASE WHEN pg_temp.h(k,'arh',9) = 0 THEN 1 ELSE 0 END, CASE WHEN k % 12 = 0 THEN DATE '2026-02-02' + k ELSE DATE '2018-01-10' + pg_temp.h(k,'vv',2600) END
 FROM (SELECT row_number() OVER (ORDER BY g, b, bi, si)::int AS k, * FROM (VALUES
  (1,'Штукатурка гипсовая','меш',30,520,ARRAY['Knauf','Волма'],ARRAY['25 кг','30 кг'],ARRAY[1,17]), (1,'Клей для плитки','меш',25,460,ARRAY['Ceresit','Юнис'],ARRAY['5 кг','25 кг'],ARRAY[17,2]), (1,'Цемент М500','меш',50,540,ARRAY['Волжский','Евроцемент'],ARRAY['25 кг','50 кг'],ARRAY[2]), (1,'Шпаклёвка финишная','меш',20,610,ARRAY['Knauf','Danogips'],ARRAY['5 кг','20 кг'],ARRAY[1]),
  (2,'Гипсокартон','лист',28,480,ARRAY['Knauf','Волма'],ARRAY['9,5 мм','12,5 мм','12,5 мм влагостойкий'],ARRAY[1,18]), (2,'Профиль потолочный','шт',1.6,170,ARRAY['Knauf','Профиль-Т'],ARRAY['60x27','27x28'],ARRAY[18]),
  (3,'Минвата','упак',12,1650,ARRAY['Rockwool','ТеплоМат','Изовол'],ARRAY['50 мм','100 мм'],ARRAY[3,13]), (3,'Пенополистирол экструдированный','упак',9,1980,ARRAY['Пеноплэкс','Урса'],ARRAY['30 мм','50 мм'],ARRAY[3,13]),
  (4,'Металлочерепица','м2',4.7,690,ARRAY['Монтеррей','Гранд Лайн'],ARRAY['0,45 мм','0,5 мм'],ARRAY[4,14]), (4,'Битумная черепица','упак',24,2350,ARRAY['Технониколь','Шинглас'],ARRAY['коричневая','серая'],ARRAY[4]), (4,'Профнастил','м2',4.2,560,ARRAY['Гранд Лайн'],ARRAY['С8','С21','НС35'],ARRAY[14]),
  (5,'Кирпич облицовочный','шт',2.4,32,ARRAY['Бобровский','Старооскольский'],ARRAY['красный','солома'],ARRAY[5]), (5,'Газобетонный блок','м3',500,6200,ARRAY['Bonolit','Ytong'],ARRAY['D400','D500'],ARRAY[19]),
  (6,'Краска интерьерная','ведро',12,3400,ARRAY['Tikkurila','MAV','Dulux'],ARRAY['2,7 л','9 л'],ARRAY[6,20]), (6,'Лак паркетный','шт',3,2150,ARRAY['Tikkurila','Пигмент'],ARRAY['глянцевый','матовый'],ARRAY[20]),
  (7,'Доска обрезная','м3',540,17500,ARRAY['Вологда','Архангельск'],ARRAY['25x100','50x150'],ARRAY[7,23]), (7,'Фанера','лист',18,1450,ARRAY['Свеза'],ARRAY['12 мм','18 мм'],ARRAY[7]), (7,'ОСП-3','лист',17,980,ARRAY['Kronospan','Ultralam'],ARRAY['9 мм','12 мм'],ARRAY[7,23]),
  (8,'Саморез по дереву','упак',1.1,260,ARRAY['Tech-Krep','КрепМаркет'],ARRAY['3,5x35','4,2x75'],ARRAY[8,25]), (8,'Анкерный болт','упак',2.2,540,ARRAY['Fischer','Tech-Krep'],ARRAY['10x100','12x150'],ARRAY[8,25]), (8,'Дюбель-гвоздь','упак',0.9,190,ARRAY['Tech-Krep'],ARRAY['6x40','8x80'],ARRAY[25]),
  (9,'Перфоратор','шт',3.8,11900,ARRAY['Bosch','Интерскол','Зубр'],ARRAY['800 Вт','1100 Вт'],ARRAY[9]), (9,'Шуруповёрт','шт',1.4,7400,ARRAY['Bosch','Зубр'],ARRAY['12 В','18 В'],ARRAY[9]), (9,'Молоток слесарный','шт',0.6,640,ARRAY['Сибртех','Зубр'],ARRAY['300 г','500 г'],ARRAY[16]),
  (10,'Смеситель для кухни','шт',1.8,4900,ARRAY['Grohe','VitaBath'],ARRAY['хром','чёрный'],ARRAY[12,21]), (10,'Труба полипропиленовая','м',0.3,115,ARRAY['Valtec','Pro Aqua'],ARRAY['20 мм','32 мм'],ARRAY[12]), (10,'Унитаз-компакт','шт',24,8900,ARRAY['Santek','VitaBath'],ARRAY['белый'],ARRAY[12,21]),
  (11,'Кабель ВВГнг','м',0.2,94,ARRAY['КазКабель','Севкабель'],ARRAY['3x1,5','3x2,5'],ARRAY[22,11]), (11,'Автомат','шт',0.15,390,ARRAY['Legrand','IEK'],ARRAY['16А','25А'],ARRAY[11]), (11,'Светильник светодиодный','шт',0.8,870,ARRAY['Gauss','IEK'],ARRAY['18 Вт','36 Вт'],ARRAY[28]),
  (12,'Керамогранит','м2',21,1350,ARRAY['Kutahya','Керамин','Estima'],ARRAY['30x30','60x60'],ARRAY[10,15,24]), (12,'Плитка настенная','м2',15,1020,ARRAY['Керамин','Kerama Marazzi'],ARRAY['20x30','25x75'],ARRAY[15,24])
 ) v(g,b,ed,ves,cena,brs,szs,sup), unnest(brs) WITH ORDINALITY AS x(br,bi), unnest(szs) WITH ORDINALITY AS y(sz,si)) q;

INSERT INTO fact_prodazhi SELECT i, 'РТ-' || lpad(d::text, 6, '0'), to_char(dt,'YYYYMMDD')::int, dt, c, n, s, m, CASE WHEN s IN (2,5) THEN 'Магазин' ELSE (ARRAY['Офис','Офис','Офис','Сайт','Сайт','Маркетплейс'])[1 + pg_temp.h(d,'kan',6)] END,
  q, p, sk, round(q * p * (1 - sk / 100), 2), round(q * p * (0.68 + pg_temp.h(i,'seb',24) / 100.0), 2), sk >= 10 OR pg_temp.h(i,'akc',9) = 0 FROM (SELECT z.*,
   CASE WHEN z.m0 = 10 AND dt > '2025-06-30' THEN 9 WHEN z.m0 = 15 AND dt > '2026-03-13' THEN 6 WHEN z.m0 = 16 AND dt < '2024-05-20' THEN 8 WHEN z.m0 = 17 AND dt < '2025-09-02' THEN 12 ELSE z.m0 END AS m,
   GREATEST(1, round((CASE WHEN w.ed_izm IN ('м3') THEN 2 + pg_temp.h(i,'q',14) WHEN w.ed_izm IN ('м2','м') THEN 20 + pg_temp.h(i,'q',160) WHEN w.cena_zak > 4000 THEN 1 + pg_temp.h(i,'q',6) WHEN w.cena_zak < 40 THEN 400 + pg_temp.h(i,'q',30) * 100 ELSE 4 + pg_temp.h(i,'q',90) END)::numeric * CASE WHEN z.c < 50 THEN 1.6 ELSE 1 END)) AS q,
   round(w.cena_zak / 0.74 * (0.82 + 0.006 * ((dt - DATE '2023-12-01') / 30)), 2) AS p, (ARRAY[0,0,0,0,2,3,5,5,7,10,12,15])[1 + pg_temp.h(i,'sk',12)]::numeric AS sk
  FROM (SELECT i, d, DATE '2023-12-01' + LEAST(1086, floor(power(d / 1209.0, 0.88) * 1087)::int) AS dt, CASE WHEN pg_temp.h(d,'own',25) = 0 THEN (ARRAY[5,11,19])[1 + d % 3] ELSE 29 + floor(118 * power(pg_temp.h(d,'c',10000) / 10000.0, 1.6))::int END AS c,
    1 + (pg_temp.h(i,'n',97) * 3 + pg_temp.h(i,'n2',3)) % ((SELECT count(*)::int FROM dim_nomenklatura) - 9) AS n, (ARRAY[1,1,1,2,3,3,4,4,5,6,6,7])[1 + pg_temp.h(d,'s',12)] AS s, (ARRAY[1,2,2,3,3,4,5,5,6,7,8,8,9,10,11,12,13,14,15,16,17])[1 + pg_temp.h(d,'m',21)] AS m0
   FROM (SELECT i, (i * 5 / 12)::int + 1 AS d FROM generate_series(1,2900) i) g) z JOIN dim_nomenklatura w ON w.nom_key = z.n WHERE z.dt >= (SELECT data_sozd FROM dim_kontragent k WHERE k.kontragent_key = z.c)) q2;
INSERT INTO fact_zakupki SELECT i, 'ЗП-' || lpad(z::text, 5, '0'), dt, pl, CASE WHEN st IN ('DONE','PART') THEN LEAST(pl + sdv, DATE '2026-11-21') END, p, n, s, CASE WHEN b = 22 AND dt > '2026-08-28' THEN 23 ELSE b END, kz,
  CASE st WHEN 'DONE' THEN CASE WHEN pg_temp.h(i,'ned',14) = 0 THEN kz - 5 WHEN pg_temp.h(i,'ned',14) = 1 THEN kz + 2 ELSE kz END WHEN 'PART' THEN round(kz * 0.6) ELSE 0 END, cz, round(kz * cz, 2), CASE WHEN p IN (16,21) THEN 'CNY' WHEN p = 10 THEN 'USD' ELSE 'RUB' END, st,
  CASE st WHEN 'NEW' THEN 'Новый' WHEN 'CONF' THEN 'Подтверждён' WHEN 'TRANS' THEN 'В пути' WHEN 'PART' THEN 'Частично принят' WHEN 'DONE' THEN 'Принят' ELSE 'Отменён' END FROM (SELECT r.*, w.osn_postavshchik_key AS p, 20 + pg_temp.h(z,'b',3) AS b,
   round(CASE WHEN w.ed_izm = 'м3' THEN 6 + pg_temp.h(i,'kz',14) WHEN w.cena_zak > 4000 THEN 4 + pg_temp.h(i,'kz',12) ELSE 40 + pg_temp.h(i,'kz',40) * 5 END::numeric) AS kz, round(w.cena_zak * (0.84 + 0.006 * ((dt - DATE '2023-12-01') / 30) + pg_temp.h(i,'cz',9) / 100.0), 2) AS cz,
   CASE WHEN pg_temp.h(i,'can',22) = 0 THEN 'CANC' WHEN pl > '2026-12-01' THEN (ARRAY['NEW','CONF','CONF'])[1 + pg_temp.h(i,'st',3)] WHEN pl > '2026-11-12' THEN (ARRAY['CONF','TRANS','TRANS'])[1 + pg_temp.h(i,'st',3)] WHEN pl > '2026-10-15' AND pg_temp.h(i,'late',4) = 0 THEN 'TRANS' WHEN pg_temp.h(i,'prt',18) = 0 THEN 'PART' ELSE 'DONE' END AS st
  FROM (SELECT i, z, dt, dt + 7 + pg_temp.h(z,'pl',30) AS pl, (ARRAY[-2,-1,0,0,0,0,1,3,6,12])[1 + pg_temp.h(i,'sdv',10)] AS sdv, 1 + pg_temp.h(i,'zn',(SELECT count(*)::int FROM dim_nomenklatura) - 5) AS n, (ARRAY[1,1,1,3,3,4,6,7])[1 + pg_temp.h(z,'zs',8)] AS s
   FROM (SELECT i, (i / 2)::int + 1 AS z, DATE '2023-12-01' + (i / 2 * 1085 / 710) AS dt FROM generate_series(1,1420) i) g) r JOIN dim_nomenklatura w ON w.nom_key = r.n) f;
INSERT INTO fact_ostatki SELECT row_number() OVER (ORDER BY dk, j), dk, CASE WHEN j > 127 THEN (ARRAY[2,5,8])[1 + j % 3] ELSE (ARRAY[1,1,3,4,6,7])[1 + pg_temp.h(j,'os',6)] END, 1 + (j * 5) % 127, k, LEAST(k, CASE WHEN pg_temp.h(j * 97 + dk,'rz',3) = 0 THEN pg_temp.h(j * 89 + dk,'rz2',40) ELSE 0 END),
  CASE WHEN pg_temp.h(j * 83 + dk,'vp',5) = 0 THEN 20 + pg_temp.h(j * 79 + dk,'vp2',12) * 10 ELSE 0 END, 0, pg_temp.h(j * 71 + dk,'dn',9) * pg_temp.h(j * 67 + dk,'dn2',28)
 FROM (SELECT dk, j, CASE WHEN pg_temp.h(j * 101 + dk,'zero',11) = 0 THEN 0 ELSE pg_temp.h(j * 103 + dk,'ok',260) + 3 END AS k FROM (SELECT data_key AS dk FROM dim_data WHERE data_dnya <= '2026-11-22' AND (data_dnya + 1 = date_trunc('quarter', data_dnya + 1) OR data_dnya = '2026-11-22')) d, generate_series(1,190) j) q;
UPDATE fact_ostatki o SET summa_sebest = round(o.kolvo * n.cena_zak * (0.84 + 0.006 * ((d.data_dnya - DATE '2023-12-01') / 30)), 2) FROM dim_nomenklatura n, dim_data d WHERE n.nom_key = o.nom_key AND d.data_key = o.data_key;
INSERT INTO fact_scheta SELECT i, 'СЧ-' || lpad((i + 4000)::text, 6, '0'), dt, sr, c, m, sm, CASE st WHEN 'OPL' THEN sm WHEN 'CHAST' THEN round(sm * (2 + pg_temp.h(i,'ch',6)) / 10.0, 2) ELSE 0 END, CASE WHEN st = 'OPL' THEN LEAST(dt + 1 + pg_temp.h(i,'op', 10 + sr - dt), DATE '2026-11-20') END, st,
  CASE st WHEN 'OPL' THEN 'Оплачен' WHEN 'CHAST' THEN 'Оплачен частично' WHEN 'NEOPL' THEN 'Не оплачен' ELSE 'Аннулирован' END FROM (SELECT row_number() OVER (ORDER BY nomer_dok)::int AS i, g.*, dt + GREATEST(3, k.otsrochka_dn) AS sr,
   CASE WHEN pg_temp.h(d,'ann',30) = 0 THEN 'ANN' WHEN dt > '2026-10-20' AND pg_temp.h(d,'no',10) < 6 THEN (ARRAY['NEOPL','NEOPL','CHAST'])[1 + pg_temp.h(d,'x',3)] WHEN dt > '2026-06-01' AND pg_temp.h(d,'no',10) < 2 THEN (ARRAY['NEOPL','CHAST'])[1 + pg_temp.h(d,'x',2)] WHEN pg_temp.h(d,'bad',60) = 0 THEN 'NEOPL' ELSE 'OPL' END AS st
  FROM (SELECT nomer_dok, right(nomer_dok, 6)::int AS d, min(data_dok) - 1 AS dt, min(kontragent_key) AS c, min(men_key) AS m, sum(summa) AS sm FROM fact_prodazhi GROUP BY nomer_dok) g JOIN dim_kontragent k ON k.kontragent_key = g.c) f;
INSERT INTO fact_oplaty SELECT row_number() OVER (ORDER BY dt, x), lpad((1 + pg_temp.h(x,'pp',9000))::text, 5, '0'), dt, nap, c, sid, (ARRAY['ООО «ТД Стройбаза»','ООО «ТД Стройбаза»','ООО «Стройбаза-Волга»','ИП Стройбаза-Розница'])[1 + pg_temp.h(x,'org',4)],
   CASE WHEN fo = 'наличные' THEN NULL ELSE pg_temp.pick(x,'bank',ARRAY['Сбербанк','ВТБ','Альфа-Банк','Сбербанк']) END, fo, st, sm FROM (
  SELECT schet_id AS x, COALESCE(data_oplaty, LEAST(data_scheta + 4, DATE '2026-11-21')) AS dt, 'Поступление' AS nap, kontragent_key AS c, CASE WHEN pg_temp.h(schet_id,'ns',25) = 0 THEN NULL ELSE schet_id END AS sid, (ARRAY['безналичная','безналичная','безналичная','наличные','карта'])[1 + pg_temp.h(schet_id,'fo',5)] AS fo, 'Оплата от покупателей' AS st, oplacheno AS sm FROM fact_scheta WHERE oplacheno > 0
  UNION ALL SELECT 100000 + zakupka_id, LEAST(data_fakt + pg_temp.h(zakupka_id,'o',30), DATE '2026-11-21'), 'Списание', postavshchik_key, NULL, 'безналичная', 'Оплата поставщикам', summa FROM fact_zakupki WHERE data_fakt IS NOT NULL AND zakupka_id % 2 = 0
  UNION ALL SELECT 200000 + m * 10 + t, (DATE '2023-12-01' + make_interval(months => m))::date + 4 + t * 3, 'Списание', NULL, NULL, 'безналичная', (ARRAY['Аренда','Зарплата','Налоги и взносы','Реклама','Транспортные расходы'])[t], round((ARRAY[140000,590000,210000,40000,95000])[t] * (1 + m * 0.008 + pg_temp.h(m * 10 + t,'ra',12) / 100.0), 2) FROM generate_series(0,35) m, generate_series(1,5) t) u;
INSERT INTO fact_plan_fakt SELECT row_number() OVER (ORDER BY mm, men_key), mm, men_key, round(COALESCE(av, 120000) * (0.8 + mi * 0.012 + pg_temp.h(men_key * 100 + mi,'pl',20) / 100.0), -4), fk, 1 + pg_temp.h(men_key * 7 + mi,'pn',4), pg_temp.h(men_key * 11 + mi,'fn',6)
 FROM (SELECT e.men_key, mm, mi, (SELECT sum(summa) / 36 FROM fact_prodazhi p WHERE p.men_key = e.men_key) AS av, COALESCE((SELECT sum(summa) FROM fact_prodazhi p WHERE p.men_key = e.men_key AND date_trunc('month', p.data_dok) = mm), 0) AS fk
  FROM dim_menedzher e, (SELECT mi, (DATE '2023-12-01' + make_interval(months => mi))::date AS mm FROM generate_series(0,35) mi) t WHERE e.men_key <= 18 AND date_trunc('month', e.data_priema) <= mm AND (e.data_uvoln IS NULL OR e.data_uvoln >= mm)) q;
INSERT INTO fact_vozvraty SELECT row_number() OVER (ORDER BY dt, prodazha_id), 'ВП-' || lpad((row_number() OVER (ORDER BY dt, prodazha_id))::text, 5, '0'), dt, CASE WHEN prodazha_id % 19 = 0 THEN NULL ELSE prodazha_id END, kontragent_key, nom_key, sklad_key, q, round(q * summa / kolvo, 2), pr, CASE WHEN pr LIKE 'Брак%' THEN 1 ELSE 0 END
 FROM (SELECT p.*, LEAST(data_dok + 2 + pg_temp.h(prodazha_id,'vd',25), DATE '2026-11-22') AS dt, GREATEST(1, LEAST(kolvo, round(kolvo * (1 + pg_temp.h(prodazha_id,'vq',10)) / 10))) AS q, pg_temp.pick(prodazha_id,'pr',ARRAY['Брак производства','Брак упаковки','Бой при доставке','Пересорт','Излишек на объекте','Излишек на объекте','Не подошёл цвет','Ошибка менеджера']) AS pr
  FROM fact_prodazhi p WHERE pg_temp.h(prodazha_id,'voz',7) < 2 AND kontragent_key % 4 <> 1) z;
INSERT INTO fact_dostavka SELECT row_number() OVER (ORDER BY d), 'МЛ-' || lpad((row_number() OVER (ORDER BY d) + 700)::text, 6, '0'), nomer_dok, pl, CASE WHEN st IN ('DELIV','REFUSE') THEN LEAST(pl + GREATEST(0, pg_temp.h(d,'opz',9) - 6), DATE '2026-11-22') END, c, s, CASE WHEN s IN (8,7) THEN 'ООО «ВолгаТранс»' ELSE pg_temp.pick(d,'per',ARRAY['Собственный транспорт','Собственный транспорт','ТК «Дорожник»','ООО «ВолгаТранс»','ИП Грузовик']) END,
  pg_temp.pick(d,'ts',ARRAY['Газель','Газель','Манипулятор','Бортовой 10 т','Фура 20 т']), CASE WHEN d % 29 = 0 THEN NULL ELSE 6 + pg_temp.h(d,'km',90) + CASE WHEN d % 6 = 0 THEN 240 ELSE 0 END END, ves, 1500 + pg_temp.h(d,'stm',60) * 150 + CASE WHEN d % 6 = 0 THEN 9000 ELSE 0 END, st,
  CASE st WHEN 'PLAN' THEN 'Запланирована' WHEN 'ROUTE' THEN 'В рейсе' WHEN 'DELIV' THEN 'Доставлена' ELSE 'Отказ клиента' END FROM (SELECT g.*, CASE WHEN pl > '2026-11-22' THEN 'PLAN' WHEN pl >= '2026-11-16' THEN (ARRAY['ROUTE','PLAN','DELIV'])[1 + pg_temp.h(d,'st',3)] WHEN pg_temp.h(d,'ref',26) = 0 THEN 'REFUSE' ELSE 'DELIV' END AS st
  FROM (SELECT p.nomer_dok, right(p.nomer_dok, 6)::int AS d, min(data_dok) + 1 + pg_temp.h(right(p.nomer_dok, 6)::int,'dp',9) AS pl, min(kontragent_key) AS c, min(sklad_key) AS s, round(sum(p.kolvo * w.ves_kg), 1) AS ves FROM fact_prodazhi p JOIN dim_nomenklatura w USING (nom_key) WHERE sklad_key NOT IN (2,5) GROUP BY p.nomer_dok) g WHERE pg_temp.h(d,'dos',10) < 7) f;
GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;
ANALYZE;
