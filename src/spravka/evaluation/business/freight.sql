-- freight: a forwarding company's database. Deterministic. Run inside an empty database: psql -d freight -f freight.sql
CREATE FUNCTION pg_temp.h(k text, n bigint) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5(k || n::text), 1, 7))::bit(28)::int $$;
CREATE FUNCTION pg_temp.pick(k text, n bigint, a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.h(k, n) % array_length(a, 1)] $$;

CREATE TABLE branch (
  id int PRIMARY KEY, name text NOT NULL, city text NOT NULL, opened_on date NOT NULL);
COMMENT ON TABLE branch IS 'Филиалы компании';
COMMENT ON COLUMN branch.id IS 'Код филиала';
COMMENT ON COLUMN branch.name IS 'Название филиала';
COMMENT ON COLUMN branch.city IS 'Город филиала';
COMMENT ON COLUMN branch.opened_on IS 'Дата открытия';
INSERT INTO branch VALUES (1,'Московский филиал','Москва','2012-03-01'),(2,'Северо-Западный филиал','Санкт-Петербург','2014-06-16'),
 (3,'Приволжский филиал','Казань','2016-09-01'),(4,'Уральский филиал','Екатеринбург','2017-02-13'),
 (5,'Сибирский филиал','Новосибирск','2019-04-22'),(6,'Южный филиал','Ростов-на-Дону','2021-10-04');

CREATE TABLE manager (
  id int PRIMARY KEY, full_name text NOT NULL, job_title text NOT NULL, branch_id int NOT NULL REFERENCES branch(id),
  hired_on date NOT NULL, email text);
COMMENT ON TABLE manager IS 'Менеджеры и логисты';
COMMENT ON COLUMN manager.id IS 'Код менеджера';
COMMENT ON COLUMN manager.full_name IS 'ФИО менеджера';
COMMENT ON COLUMN manager.job_title IS 'Должность: менеджер по продажам, логист, старший логист';
COMMENT ON COLUMN manager.branch_id IS 'Филиал';
COMMENT ON COLUMN manager.hired_on IS 'Дата приёма на работу';
COMMENT ON COLUMN manager.email IS 'Электронная почта';
INSERT INTO manager
SELECT g, (ARRAY['Белова Ирина Сергеевна','Громов Артём Олегович','Данилова Мария Павловна','Егоров Кирилл Андреевич','Зимина Ольга Юрьевна',
  'Котов Денис Игоревич','Лаптева Анна Викторовна','Мельников Роман Ильич','Носова Елена Дмитриевна','Осипов Павел Романович',
  'Панина Светлана Ивановна','Родионов Илья Максимович','Седова Татьяна Львовна','Туманов Глеб Петрович'])[g],
  (ARRAY['менеджер по продажам','логист','старший логист'])[1 + (g * 5) % 3], 1 + (g - 1) % 6,
  DATE '2015-01-12' + pg_temp.h('mh', g) % 3600, CASE WHEN g <> 9 THEN 'm' || g || '@freight.example' END
FROM generate_series(1, 14) g;

CREATE TABLE client (
  id int PRIMARY KEY, name text NOT NULL, inn text NOT NULL, city text, segment text NOT NULL,
  payment_delay_days int NOT NULL, credit_limit_rub numeric(14,2), manager_id int NOT NULL REFERENCES manager(id),
  contract_signed_on date NOT NULL, is_active boolean NOT NULL);
COMMENT ON TABLE client IS 'Клиенты (грузоотправители)';
COMMENT ON COLUMN client.id IS 'Код клиента';
COMMENT ON COLUMN client.name IS 'Наименование клиента';
COMMENT ON COLUMN client.inn IS 'ИНН';
COMMENT ON COLUMN client.city IS 'Город клиента';
COMMENT ON COLUMN client.segment IS 'Отрасль: розница, производство, интернет-торговля, фармацевтика, сельское хозяйство';
COMMENT ON COLUMN client.payment_delay_days IS 'Отсрочка платежа, дней';
COMMENT ON COLUMN client.credit_limit_rub IS 'Кредитный лимит, руб. (пусто: не установлен)';
COMMENT ON COLUMN client.manager_id IS 'Закреплённый менеджер';
COMMENT ON COLUMN client.contract_signed_on IS 'Дата договора на перевозки';
COMMENT ON COLUMN client.is_active IS 'Работаем с клиентом';
INSERT INTO client
SELECT g, pg_temp.pick('cf', g, ARRAY['ООО','ООО','АО','ООО','ИП']) || ' «' ||
  (ARRAY['Агро','Вита','Гранд','Дом','Евро','Мега','Норд','Опт','Прод','Сиб','Техно','Фарм','Урал','Эко','Юг'])[1 + g % 15] ||
  (ARRAY['маркет','снаб','торг','пласт','мед','ресурс','комплект','сервис'])[1 + (g / 15) % 8] || '»',
  (7700000000 + pg_temp.h('inn', g) % 99999999)::text,
  CASE WHEN g % 23 <> 0 THEN pg_temp.pick('cc', g, ARRAY['Москва','Москва','Москва','Санкт-Петербург','Санкт-Петербург','Казань','Екатеринбург','Новосибирск','Ростов-на-Дону','Самара','Тула']) END,
  pg_temp.pick('cs', g, ARRAY['розница','розница','производство','производство','интернет-торговля','фармацевтика','сельское хозяйство']),
  (ARRAY[0,7,14,14,30,30,45,60])[1 + pg_temp.h('cd', g) % 8],
  CASE WHEN g % 6 <> 0 THEN (1 + pg_temp.h('cl', g) % 20) * 250000 END, 1 + pg_temp.h('cm', g) % 13,
  LEAST(DATE '2019-02-01' + pg_temp.h('ct', g) % 1700, DATE '2023-11-20') + CASE WHEN g > 105 THEN 1090 - (120 - g) * 25 ELSE 0 END, g % 11 <> 4
FROM generate_series(1, 120) g;

CREATE TABLE driver (
  id int PRIMARY KEY, full_name text NOT NULL, phone text, branch_id int NOT NULL REFERENCES branch(id), license_category text NOT NULL,
  license_expires_on date NOT NULL, birth_date date NOT NULL, hired_on date NOT NULL, dismissed_on date, medical_check_until date);
COMMENT ON TABLE driver IS 'Водители';
COMMENT ON COLUMN driver.id IS 'Табельный номер водителя';
COMMENT ON COLUMN driver.full_name IS 'ФИО водителя';
COMMENT ON COLUMN driver.phone IS 'Телефон';
COMMENT ON COLUMN driver.branch_id IS 'Филиал';
COMMENT ON COLUMN driver.license_category IS 'Категория прав: C, CE';
COMMENT ON COLUMN driver.license_expires_on IS 'Права действуют до';
COMMENT ON COLUMN driver.birth_date IS 'Дата рождения';
COMMENT ON COLUMN driver.hired_on IS 'Дата приёма на работу';
COMMENT ON COLUMN driver.dismissed_on IS 'Дата увольнения (пусто: работает)';
COMMENT ON COLUMN driver.medical_check_until IS 'Медосмотр действителен до (пусто: не проходил)';
INSERT INTO driver
SELECT g, (ARRAY['Абрамов','Быков','Власов','Гусев','Дроздов','Ершов','Жуков','Зайцев','Исаев','Кузнецов','Лазарев','Макаров','Никитин'])[1 + g % 13] || ' ' ||
  (ARRAY['Алексей','Виктор','Олег','Сергей','Андрей','Юрий'])[1 + (g / 13) % 6] || ' ' || pg_temp.pick('dp', g, ARRAY['Иванович','Петрович','Николаевич','Юрьевич','Олегович']),
  CASE WHEN g % 17 <> 0 THEN '+7 9' || lpad((pg_temp.h('ph', g) % 1000000000)::text, 9, '0') END, 1 + (g * 7) % 6,
  CASE WHEN pg_temp.h('lc', g) % 4 = 0 THEN 'C' ELSE 'CE' END, DATE '2026-08-20' + pg_temp.h('le', g) % 2600,
  DATE '1964-03-01' + pg_temp.h('bd', g) % 13500, CASE WHEN g <= 45 THEN DATE '2014-01-10' + pg_temp.h('dh', g) % 3500 ELSE DATE '2023-12-04' + pg_temp.h('dh', g) % 1060 END,
  CASE WHEN g BETWEEN 36 AND 45 THEN DATE '2024-06-01' + pg_temp.h('dd', g) % 900 END,
  CASE WHEN g % 19 <> 0 THEN DATE '2026-10-15' + pg_temp.h('mc', g) % 400 END
FROM generate_series(1, 76) g;

CREATE TABLE vehicle (
  id int PRIMARY KEY, plate_number text NOT NULL, brand text NOT NULL, body_type text NOT NULL, capacity_kg int NOT NULL, volume_m3 numeric(6,1) NOT NULL,
  year_made int NOT NULL, ownership text NOT NULL, status text NOT NULL, branch_id int NOT NULL REFERENCES branch(id), mileage_km int NOT NULL,
  fuel_norm_l numeric(5,1) NOT NULL, insurance_until date);
COMMENT ON TABLE vehicle IS 'Автомобили (парк)';
COMMENT ON COLUMN vehicle.id IS 'Код автомобиля';
COMMENT ON COLUMN vehicle.plate_number IS 'Госномер';
COMMENT ON COLUMN vehicle.brand IS 'Марка';
COMMENT ON COLUMN vehicle.body_type IS 'Тип кузова: тент, рефрижератор, изотерм, бортовой, контейнеровоз';
COMMENT ON COLUMN vehicle.capacity_kg IS 'Грузоподъёмность, кг';
COMMENT ON COLUMN vehicle.volume_m3 IS 'Объём кузова, м³';
COMMENT ON COLUMN vehicle.year_made IS 'Год выпуска';
COMMENT ON COLUMN vehicle.ownership IS 'Форма владения: собственный, лизинг, аренда';
COMMENT ON COLUMN vehicle.status IS 'Состояние: на линии, в ремонте, на стоянке, списан';
COMMENT ON COLUMN vehicle.branch_id IS 'Филиал';
COMMENT ON COLUMN vehicle.mileage_km IS 'Пробег, км';
COMMENT ON COLUMN vehicle.fuel_norm_l IS 'Норма расхода топлива, л на 100 км';
COMMENT ON COLUMN vehicle.insurance_until IS 'ОСАГО действует до';
INSERT INTO vehicle
SELECT g, pg_temp.pick('p1', g, ARRAY['А','В','Е','К','М','Н','О','Р','С','Т']) || lpad((100 + g * 13 % 900)::text, 3, '0') ||
  pg_temp.pick('p2', g, ARRAY['АВ','ЕК','МН','ОР','СТ','ХУ']) || (ARRAY['77','178','116','96','54','161'])[1 + g % 6],
  pg_temp.pick('vb', g, ARRAY['Volvo','Scania','MAN','КАМАЗ','КАМАЗ','DAF','ГАЗ','Sitrak']), b,
  (ARRAY[20000,20000,22000,10000,5000,3000])[1 + pg_temp.h('vc', g) % 6], (ARRAY[82,86,92,45,33,18])[1 + pg_temp.h('vc', g) % 6],
  2012 + pg_temp.h('vy', g) % 14, (ARRAY['собственный','собственный','лизинг','лизинг','аренда'])[1 + pg_temp.h('vo', g) % 5],
  CASE WHEN g > 58 THEN 'списан' WHEN g % 13 = 5 THEN 'в ремонте' WHEN g % 17 = 3 THEN 'на стоянке' ELSE 'на линии' END, 1 + g % 6,
  (2027 - 2012 - pg_temp.h('vy', g) % 14) * (48000 + pg_temp.h('vm', g) % 40000), 18 + (pg_temp.h('fn', g) % 180) / 10.0,
  CASE WHEN g <= 58 THEN DATE '2026-11-01' + pg_temp.h('os', g) % 360 END
FROM (SELECT g, pg_temp.pick('bt', g, ARRAY['тент','тент','тент','рефрижератор','рефрижератор','изотерм','бортовой','контейнеровоз']) b FROM generate_series(1, 64) g) x;

CREATE TABLE route (
  id int PRIMARY KEY, code text NOT NULL UNIQUE, from_city text NOT NULL, to_city text NOT NULL, distance_km int NOT NULL, norm_hours numeric(5,1) NOT NULL);
COMMENT ON TABLE route IS 'Маршруты';
COMMENT ON COLUMN route.id IS 'Код записи маршрута';
COMMENT ON COLUMN route.code IS 'Номер маршрута';
COMMENT ON COLUMN route.from_city IS 'Город отправления';
COMMENT ON COLUMN route.to_city IS 'Город назначения';
COMMENT ON COLUMN route.distance_km IS 'Расстояние, км';
COMMENT ON COLUMN route.norm_hours IS 'Норма времени в пути, часов';
INSERT INTO route
SELECT row_number() OVER (ORDER BY o, d), 'М-' || lpad((row_number() OVER (ORDER BY o, d))::text, 3, '0'), CASE d WHEN 0 THEN a ELSE b END, CASE d WHEN 0 THEN b ELSE a END, km, round(km / 62.0, 1)
FROM (VALUES (1,'Москва','Санкт-Петербург',710),(2,'Москва','Казань',820),(3,'Москва','Екатеринбург',1790),(4,'Москва','Новосибирск',3360),
 (5,'Москва','Ростов-на-Дону',1080),(6,'Москва','Краснодар',1350),(7,'Москва','Самара',1060),(8,'Москва','Нижний Новгород',420),(9,'Санкт-Петербург','Казань',1530),
 (10,'Санкт-Петербург','Екатеринбург',2300),(11,'Казань','Екатеринбург',970),(12,'Екатеринбург','Новосибирск',1600),(13,'Казань','Самара',360),(14,'Ростов-на-Дону','Краснодар',275),
 (15,'Москва','Тула',185),(16,'Новосибирск','Красноярск',800),(17,'Самара','Ростов-на-Дону',1050),(18,'Екатеринбург','Тюмень',330),(19,'Москва','Владивосток',9050)) r(o, a, b, km), generate_series(0, 1) d;

CREATE TABLE tariff (
  id int PRIMARY KEY, route_id int NOT NULL REFERENCES route(id), body_type text NOT NULL, price_per_km_rub numeric(8,2) NOT NULL,
  min_price_rub numeric(12,2) NOT NULL, valid_from date NOT NULL, valid_to date);
COMMENT ON TABLE tariff IS 'Тарифы на перевозку';
COMMENT ON COLUMN tariff.id IS 'Код тарифа';
COMMENT ON COLUMN tariff.route_id IS 'Маршрут';
COMMENT ON COLUMN tariff.body_type IS 'Тип кузова: тент, рефрижератор, изотерм, бортовой, контейнеровоз';
COMMENT ON COLUMN tariff.price_per_km_rub IS 'Ставка за километр, руб.';
COMMENT ON COLUMN tariff.min_price_rub IS 'Минимальная стоимость рейса, руб.';
COMMENT ON COLUMN tariff.valid_from IS 'Действует с';
COMMENT ON COLUMN tariff.valid_to IS 'Действует по (пусто: действует сейчас)';
INSERT INTO tariff
SELECT row_number() OVER (ORDER BY y, r.id, b.n), r.id, b.t, round((b.p * (1 + 0.11 * y) + pg_temp.h('tr' || b.n, r.id * 10 + y) % 1400 / 100.0 - 5)::numeric, 2),
  8000 + 1000 * (pg_temp.h('tm' || b.n, r.id) % 12) + 1500 * y, make_date(2024 + y, 1, 1), CASE WHEN y = 0 THEN DATE '2024-12-31' WHEN y = 1 THEN DATE '2025-12-31' END
FROM route r, (VALUES (1,'тент',62),(2,'рефрижератор',84),(3,'изотерм',71),(4,'бортовой',66),(5,'контейнеровоз',78)) b(n, t, p), generate_series(0, 2) y
WHERE r.id < 37 AND (r.id + b.n) % 9 <> 0;

CREATE TABLE carriage_order (
  id int PRIMARY KEY, number text NOT NULL UNIQUE, client_id int NOT NULL REFERENCES client(id), route_id int NOT NULL REFERENCES route(id),
  vehicle_id int REFERENCES vehicle(id), driver_id int REFERENCES driver(id), manager_id int NOT NULL REFERENCES manager(id),
  created_on date NOT NULL, planned_pickup_on date NOT NULL, planned_delivery_on date NOT NULL, delivered_on date, cargo_kind text NOT NULL,
  weight_kg int NOT NULL, price_rub numeric(12,2) NOT NULL, cost_rub numeric(12,2) NOT NULL, status text NOT NULL, has_claim boolean NOT NULL);
COMMENT ON TABLE carriage_order IS 'Заявки на перевозку';
COMMENT ON COLUMN carriage_order.id IS 'Код заявки';
COMMENT ON COLUMN carriage_order.number IS 'Номер заявки';
COMMENT ON COLUMN carriage_order.client_id IS 'Клиент';
COMMENT ON COLUMN carriage_order.route_id IS 'Маршрут';
COMMENT ON COLUMN carriage_order.vehicle_id IS 'Автомобиль (пусто: не назначен)';
COMMENT ON COLUMN carriage_order.driver_id IS 'Водитель (пусто: не назначен)';
COMMENT ON COLUMN carriage_order.manager_id IS 'Менеджер, принявший заявку';
COMMENT ON COLUMN carriage_order.created_on IS 'Дата заявки';
COMMENT ON COLUMN carriage_order.planned_pickup_on IS 'Плановая дата погрузки';
COMMENT ON COLUMN carriage_order.planned_delivery_on IS 'Плановая дата доставки';
COMMENT ON COLUMN carriage_order.delivered_on IS 'Фактическая дата доставки (пусто: не доставлен)';
COMMENT ON COLUMN carriage_order.cargo_kind IS 'Вид груза: продукты питания, медикаменты, бытовая техника, стройматериалы, оборудование, металл, одежда';
COMMENT ON COLUMN carriage_order.weight_kg IS 'Вес груза, кг';
COMMENT ON COLUMN carriage_order.price_rub IS 'Стоимость перевозки для клиента, руб.';
COMMENT ON COLUMN carriage_order.cost_rub IS 'Себестоимость перевозки, руб.';
COMMENT ON COLUMN carriage_order.status IS 'Состояние: новая, в пути, доставлена, отменена';
COMMENT ON COLUMN carriage_order.has_claim IS 'Есть претензия по грузу';
INSERT INTO carriage_order
WITH b AS (SELECT i, DATE '2023-12-01' + floor(power(i / 5400.0, 0.85) * 1087)::int AS c,
    1 + (pg_temp.h('oc', i) % 114 * (pg_temp.h('od', i) % 100)) / 100 AS cl, 1 + (pg_temp.h('or', i) % 37 * (50 + pg_temp.h('os', i) % 51)) / 100 AS ro,
    1 + pg_temp.h('ov', i) % 63 AS ve, 1 + pg_temp.h('ow', i) % 76 AS dr FROM generate_series(1, 5400) i),
 k AS (SELECT b.*, v.id AS vid, v.body_type, v.capacity_kg, r.distance_km AS km, CASE WHEN d.hired_on <= b.c AND coalesce(d.dismissed_on, DATE '2027-01-01') > b.c + 8 THEN dr ELSE 1 + dr % 30 END AS did,
    c + 1 + pg_temp.h('ol', i) % 4 AS pu FROM b JOIN driver d ON d.id = dr JOIN route r ON r.id = ro
    JOIN vehicle v ON v.id = CASE WHEN ve > 58 AND c > DATE '2025-04-30' THEN ve - 40 ELSE ve END),
 m AS (SELECT k.*, pu + 1 + km / 550 AS pd, pu + 1 + km / 550 + (ARRAY[0,0,0,0,0,0,0,-1,0,0,1,2,0,0,3,1,0,7])[1 + pg_temp.h('oe', i) % 18] AS fd, pg_temp.h('ox', i) % 25 = 0 AS cancelled,
    (round(km * (CASE body_type WHEN 'рефрижератор' THEN 84 WHEN 'изотерм' THEN 71 WHEN 'контейнеровоз' THEN 78 ELSE 64 END) * (90 + pg_temp.h('op', i) % 45) / 100.0 * (CASE WHEN capacity_kg < 11000 THEN 0.6 ELSE 1 END), -2) + 6000)::numeric AS price FROM k)
SELECT i, 'ЗП-' || to_char(c, 'YYMM') || '-' || lpad(i::text, 5, '0'), cl, ro, CASE WHEN NOT (cancelled OR (pu > DATE '2026-11-22' AND i % 2 = 0)) THEN vid END,
  CASE WHEN NOT (cancelled OR (pu > DATE '2026-11-22' AND i % 2 = 0)) THEN did END, 1 + pg_temp.h('om', i) % 13, c, pu, pd,
  CASE WHEN NOT cancelled AND fd <= DATE '2026-11-22' THEN fd END,
  pg_temp.pick('og', i, CASE body_type WHEN 'рефрижератор' THEN ARRAY['продукты питания','продукты питания','медикаменты'] WHEN 'изотерм' THEN ARRAY['медикаменты','продукты питания','одежда']
    WHEN 'бортовой' THEN ARRAY['металл','стройматериалы','оборудование'] ELSE ARRAY['бытовая техника','стройматериалы','оборудование','одежда'] END),
  capacity_kg * (35 + pg_temp.h('oy', i) % 66) / 100, price, round(price * (62 + pg_temp.h('oz', i) % 44) / 100, 2),
  CASE WHEN cancelled THEN 'отменена' WHEN fd <= DATE '2026-11-22' THEN 'доставлена' WHEN pu <= DATE '2026-11-22' THEN 'в пути' ELSE 'новая' END,
  NOT cancelled AND fd <= DATE '2026-11-22' AND pg_temp.h('oq', i) % 37 = 0
FROM m ORDER BY i;

CREATE TABLE invoice (
  id int PRIMARY KEY, number text NOT NULL UNIQUE, order_id int NOT NULL REFERENCES carriage_order(id), client_id int NOT NULL REFERENCES client(id),
  issued_on date NOT NULL, due_on date NOT NULL, amount_rub numeric(12,2) NOT NULL, paid_on date);
COMMENT ON TABLE invoice IS 'Счета клиентам';
COMMENT ON COLUMN invoice.id IS 'Код счёта';
COMMENT ON COLUMN invoice.number IS 'Номер счёта';
COMMENT ON COLUMN invoice.order_id IS 'Заявка на перевозку';
COMMENT ON COLUMN invoice.client_id IS 'Клиент';
COMMENT ON COLUMN invoice.issued_on IS 'Дата выставления счёта';
COMMENT ON COLUMN invoice.due_on IS 'Срок оплаты';
COMMENT ON COLUMN invoice.amount_rub IS 'Сумма счёта, руб.';
COMMENT ON COLUMN invoice.paid_on IS 'Дата оплаты (пусто: не оплачен)';
INSERT INTO invoice
SELECT row_number() OVER (ORDER BY iss, oid), 'СЧ-' || to_char(iss, 'YYYY') || '/' || lpad((row_number() OVER (ORDER BY iss, oid))::text, 5, '0'), oid, client_id, iss, due, price_rub,
  CASE WHEN pay <= DATE '2026-11-22' AND pg_temp.h('iz', oid) % 45 <> 0 THEN pay END
FROM (SELECT o.id AS oid, o.client_id, o.price_rub, o.delivered_on + pg_temp.h('ii', o.id) % 4 AS iss, o.delivered_on + pg_temp.h('ii', o.id) % 4 + c.payment_delay_days AS due,
   o.delivered_on + pg_temp.h('ii', o.id) % 4 + GREATEST(c.payment_delay_days + pg_temp.h('ip', o.id) % 30 - 14, 0) AS pay
 FROM carriage_order o JOIN client c ON c.id = o.client_id WHERE o.status = 'доставлена' AND pg_temp.h('in', o.id) % 40 <> 0) x WHERE iss <= DATE '2026-11-22';

CREATE TABLE refuel (
  id int PRIMARY KEY, vehicle_id int NOT NULL REFERENCES vehicle(id), driver_id int NOT NULL REFERENCES driver(id), filled_on date NOT NULL,
  station text NOT NULL, liters numeric(8,1) NOT NULL, price_per_liter_rub numeric(6,2) NOT NULL, amount_rub numeric(12,2) NOT NULL);
COMMENT ON TABLE refuel IS 'Заправки топливом';
COMMENT ON COLUMN refuel.id IS 'Код заправки';
COMMENT ON COLUMN refuel.vehicle_id IS 'Автомобиль';
COMMENT ON COLUMN refuel.driver_id IS 'Водитель';
COMMENT ON COLUMN refuel.filled_on IS 'Дата заправки';
COMMENT ON COLUMN refuel.station IS 'Сеть АЗС';
COMMENT ON COLUMN refuel.liters IS 'Залито, л';
COMMENT ON COLUMN refuel.price_per_liter_rub IS 'Цена литра, руб.';
COMMENT ON COLUMN refuel.amount_rub IS 'Стоимость заправки, руб.';
INSERT INTO refuel
SELECT row_number() OVER (ORDER BY d, id), vehicle_id, driver_id, d, pg_temp.pick('rs', id * 10 + n, ARRAY['Лукойл','Лукойл','Роснефть','Газпромнефть','Татнефть']), l, p, round(l * p, 2)
FROM (SELECT o.id, n, o.vehicle_id, o.driver_id, o.planned_pickup_on + n - 1 AS d, (120 + pg_temp.h('rl', o.id * 10 + n) % 3600 / 10.0)::numeric(8,1) AS l,
   (58 + (o.planned_pickup_on - DATE '2023-12-01') * 0.016 + pg_temp.h('rp', o.id * 10 + n) % 300 / 100.0)::numeric(6,2) AS p
 FROM carriage_order o JOIN route r ON r.id = o.route_id, generate_series(1, 3) n
 WHERE o.status IN ('доставлена', 'в пути') AND n <= 1 + r.distance_km / 1000 AND o.planned_pickup_on + n - 1 <= DATE '2026-11-22') x;

CREATE TABLE traffic_fine (
  id int PRIMARY KEY, vehicle_id int NOT NULL REFERENCES vehicle(id), driver_id int REFERENCES driver(id), violated_on date NOT NULL,
  violation text NOT NULL, amount_rub numeric(10,2) NOT NULL, paid_on date);
COMMENT ON TABLE traffic_fine IS 'Штрафы ГИБДД';
COMMENT ON COLUMN traffic_fine.id IS 'Код штрафа';
COMMENT ON COLUMN traffic_fine.vehicle_id IS 'Автомобиль';
COMMENT ON COLUMN traffic_fine.driver_id IS 'Водитель (пусто: не установлен)';
COMMENT ON COLUMN traffic_fine.violated_on IS 'Дата нарушения';
COMMENT ON COLUMN traffic_fine.violation IS 'Нарушение: превышение скорости, перегруз, неоплата «Платона», стоянка, проезд на красный';
COMMENT ON COLUMN traffic_fine.amount_rub IS 'Сумма штрафа, руб.';
COMMENT ON COLUMN traffic_fine.paid_on IS 'Дата уплаты (пусто: не уплачен)';
INSERT INTO traffic_fine
SELECT row_number() OVER (ORDER BY d, id), vehicle_id, CASE WHEN id % 12 <> 0 THEN driver_id END, d, (ARRAY['превышение скорости','превышение скорости','стоянка','проезд на красный','перегруз','неоплата «Платона»'])[t],
  (ARRAY[750, 3000, 2250, 1500, 150000, 20000])[t], CASE WHEN pg_temp.h('fy', id) % 12 <> 0 AND d + 4 + pg_temp.h('fp', id) % 50 <= DATE '2026-11-22' THEN d + 4 + pg_temp.h('fp', id) % 50 END
FROM (SELECT o.id, o.vehicle_id, o.driver_id, o.planned_pickup_on + pg_temp.h('fd', o.id) % 2 AS d, CASE WHEN pg_temp.h('ft', o.id) % 9 < 7 THEN 1 + pg_temp.h('ft', o.id) % 9 % 4 ELSE pg_temp.h('ft', o.id) % 9 - 2 END AS t
 FROM carriage_order o WHERE o.status IN ('доставлена', 'в пути') AND pg_temp.h('fx', o.id) % 9 = 0 AND o.driver_id % 14 <> 3 AND o.vehicle_id % 20 <> 7) x WHERE d <= DATE '2026-11-22';

CREATE TABLE maintenance (
  id int PRIMARY KEY, vehicle_id int NOT NULL REFERENCES vehicle(id), kind text NOT NULL, started_on date NOT NULL, finished_on date,
  workshop text NOT NULL, parts_cost_rub numeric(12,2) NOT NULL, labor_cost_rub numeric(12,2) NOT NULL);
COMMENT ON TABLE maintenance IS 'Техобслуживание и ремонт автомобилей';
COMMENT ON COLUMN maintenance.id IS 'Код записи';
COMMENT ON COLUMN maintenance.vehicle_id IS 'Автомобиль';
COMMENT ON COLUMN maintenance.kind IS 'Вид работ: плановое ТО, ремонт двигателя, ремонт ходовой, шиномонтаж, кузовной ремонт';
COMMENT ON COLUMN maintenance.started_on IS 'Дата начала';
COMMENT ON COLUMN maintenance.finished_on IS 'Дата окончания (пусто: ещё в работе)';
COMMENT ON COLUMN maintenance.workshop IS 'Автосервис';
COMMENT ON COLUMN maintenance.parts_cost_rub IS 'Стоимость запчастей, руб.';
COMMENT ON COLUMN maintenance.labor_cost_rub IS 'Стоимость работ, руб.';
INSERT INTO maintenance
SELECT row_number() OVER (ORDER BY s, g), v, (ARRAY['плановое ТО','плановое ТО','шиномонтаж','ремонт ходовой','ремонт двигателя','кузовной ремонт'])[t], s,
  CASE WHEN s + 1 + t * 2 + pg_temp.h('md', g) % 5 <= DATE '2026-11-22' THEN s + 1 + t * 2 + pg_temp.h('md', g) % 5 END,
  pg_temp.pick('mw', g, ARRAY['Свой ремонтный цех','Свой ремонтный цех','ТракСервис','АвтоГрузЦентр','МоторПлюс']),
  t * 6500 + pg_temp.h('mp', g) % 40000 * t, 3500 * t + pg_temp.h('ml', g) % 9000 * t
FROM (SELECT g, 1 + pg_temp.h('mv', g) % 62 AS v, 1 + pg_temp.h('mt', g) % 6 AS t, DATE '2023-12-02' + g * 1086 / 760 AS s FROM generate_series(1, 760) g) x
WHERE NOT (v > 58 AND s > DATE '2025-04-30') AND v NOT IN (31, 50);
ANALYZE;
