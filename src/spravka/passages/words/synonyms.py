"""Everyday words that say nearly the same, as terms: lemmas of Russian, stems of English.

Only words of contracts, rules and instructions of any trade, and the measures that questions ask by other words than
answers give («сколько весит» and «масса», "how old" and "age"). Words of one line are taken for kin, not for equal.
"""

from collections.abc import Mapping
from functools import cache

from spravka.passages.words.english_words import english_stem

_RUSSIAN = """
цена стоимость стоить расценка тариф почем
начало начать начинать начинаться начаться приступить приступать старт
конец окончание закончить закончиться окончить окончиться заканчиваться оканчиваться завершить завершение завершиться
оплата оплатить оплачивать платеж платить заплатить уплатить уплата уплачивать выплата выплатить перечислить перечислять
аванс предоплата авансовый
неустойка пеня пенить штраф санкция
срок период длительность продолжительность длиться продолжаться длительный
просрочка задержка опоздание просрочить задержать опоздать нарушение
наказание штраф взыскание
максимум предельный максимальный предел лимит ограничение
минимум минимальный
объем количество число
заявление заявка запрос
жилье квартира помещение гостиница проживание
вес масса весить тяжелый
длина длинный
высота высокий
ширина широкий
глубина глубокий
возраст старший год
расстояние дистанция далеко
скорость быстро быстрый
температура градус мороз жара холод
расторжение расторгнуть прекратить прекращение расторгать прекращать отказаться отказ
разрешаться разрешить разрешать допускаться допускать можно вправе право
запретить запрещать запрещаться запрет запретный нельзя воспрещаться
обязать обязываться обязанность должный надо нужный необходимый следовать требоваться
ремонт починить чинить отремонтировать исправить устранить устранение ремонтировать устранять
поломка неисправность сломаться авария отказ неполадка дефект недостаток брак
включить включать включение запустить запуск
выключить выключать отключить отключать отключение выключение
удалить удаление стереть убрать уничтожить
хранить хранение храниться сохранять сохраняться беречь
сотрудник работник персонал
отпуск отдых
зарплата оклад заработный жалование
увольнение уволить увольняться
купить покупка приобрести приобретение приобретать закупка закупать закупить
продажа продать продавать реализация
доставка доставить доставлять привезти поставка поставить поставлять
вернуть возврат возвратить возвращать возвращаться
отправить отправка отправлять направить направлять послать
получить получение получать
жаловаться жалоба претензия рекламация
автомобиль машина автотранспорт
деньга средство сумма
конфиденциальный секретный тайна
ежедневно день ежедневный
ежемесячно месяц ежемесячный
ежегодно год ежегодный
еженедельно неделя еженедельный
повысить повышение увеличить увеличение рост расти вырасти
снизить снижение уменьшить уменьшение падение
причина причинить вызвать
адрес находиться расположить располагаться местонахождение
почистить чистить очистить очистка мыть промыть вымыть чистка
замена заменить менять поменять сменить заменять
подписать подписание подпись подписывать
уведомить уведомление извещение известить сообщить сообщение уведомлять предупредить извещать сообщать предупреждать
использовать использование пользоваться применять применение
тратить расходовать расходоваться потратить израсходовать расход
ответственный отвечать ответственность
основать основание создать создание учредить учреждение
умереть смерть скончаться погибнуть гибель
родиться рождение
победа победить выиграть победитель
житель население проживать жить
командировка поездка командировочный командировать
гостиница отель ночлег ночевать
билет проезд проездной
начальник руководитель шеф директор глава
рабочий работник сотрудник
арендатор наниматель съемщик
арендодатель наймодатель собственник
аренда прокат арендовать снимать арендный
договор контракт соглашение
заказчик клиент
подрядчик исполнитель
документ бумага документация
отчет отчитаться отчитываться отчетность
согласовать согласование согласовывать одобрить одобрение одобрять утвердить утверждение утверждать
проверить проверка проверять контроль контролировать осмотр осматривать
испытание опробование тестирование испытать проверка
приемка принять принимать сдача сдать сдавать
остановить остановка останавливать приостановить приостановка приостановление прервать
продлить продление продлевать пролонгация
отменить отмена отменять аннулировать
перенести перенос отсрочка отложить
болезнь болеть заболеть больничный нетрудоспособность
премия бонус вознаграждение поощрение
надбавка доплата
вычет удержание удержать удерживать вычесть вычитать
компенсация возмещение возместить возмещать компенсировать
ущерб убыток вред
потеря утрата утеря потерять утратить утерять терять
повредить повреждение испортить порча бой
выходной праздничный нерабочий
график расписание
обучить обучение обучать научить учить инструктаж
спецодежда одежда роба
каска шлем
привязь пояс страховка страховочный
пожар возгорание огонь гореть загореться
опасность опасный риск угроза
алкоголь опьянение пьяный
поднять подъем поднимать
топливо горючий бензин солярка дизельный
масло смазка смазать смазывать
двигатель мотор
протечка утечка протекать течь протечь подтекать
шум громкость звук
уклон наклон
толщина толстый
вместимость емкость вмещать вместить
запас резерв резервный
немедленно незамедлительно сразу срочно
обжаловать обжалование оспорить оспаривать
спор разногласие
суд арбитражный судебный
заболевание болезнь
отвезти перевезти перевозка транспортировка везти возить
прибыть приехать прибытие приезд явиться
уехать выехать отъезд выезд
крыша кровля кровельный
стена стеновый
электричество электрический электроэнергия электроснабжение
вода водный водоснабжение
тепло отопление теплоснабжение тепловой
собрать сборка монтаж смонтировать установить установка
разобрать разборка демонтаж демонтировать
победитель выиграть
выбрать выбор выбирать отбор
"""
_ENGLISH = """
price cost fee charge
begin start commence beginning
end finish complete terminate expire
pay payment remit reimburse
deposit prepayment advance
penalty fine sanction
period term duration long
delay late overdue
maximum highest limit cap exceed
minimum lowest
weight weigh mass heavy
length long
height high tall
width wide
depth deep
age old
distance far
speed fast velocity quick
temperature hot cold degree
terminate termination cancel cancellation
allow permit may permission
forbid prohibit ban
must shall oblige obligation require duty
repair fix mend
fault failure defect malfunction breakdown broken
employee staff worker personnel
holiday vacation leave
salary wage remuneration
buy purchase acquire procurement
sell sale
deliver delivery ship shipment supply
return refund
send submit dispatch
get receive obtain
complain complaint claim
car vehicle automobile
confidential secret
tenant lessee renter
landlord lessor
rent lease
daily day
yearly annual year
raise increase grow growth rise
reduce decrease decline reduction fall
address locate located location situated
clean wash cleaning
replace change replacement substitute
sign signature
notify notice inform notification
use usage apply
spend spending expenditure
responsible liable responsibility liability
stop halt cease
big large size
remove delete erase
switch turn
found establish create creation
die death kill
birth born
win victory winner defeat
population inhabitant live resident
choose choice select
hotel accommodation lodging
trip travel journey
boss manager supervisor chief
contract agreement
approve approval authorise authorize consent
check inspect inspection examine verify
test trial
train training instruct instruction teach
compensation compensate reimburse indemnify
damage harm
lose lost loss missing
engine motor
fuel diesel petrol gasoline
oil lubricant lubricate grease
leak leakage
noise sound
slope incline gradient
thick thickness gauge
capacity volume litre
frost freeze winter
empty drain
block clog jam
urgent emergency immediately
helmet hat
court arbitration dispute
extend extension prolong renew renewal
postpone defer
suspend suspension pause
bonus premium reward
withhold deduct deduction
appeal object objection
install installation mount assemble
"""


@cache
def synonym_groups() -> Mapping[str, tuple[str, ...]]:
    """The groups that a term belongs to, by their names; a word of two senses belongs to two."""
    groups: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(_RUSSIAN.strip().splitlines()):
        for term in line.split():
            groups[term] = (*groups.get(term, ()), f"={number}")
    for number, line in enumerate(_ENGLISH.strip().splitlines()):
        for term in {english_stem(word) for word in line.split()}:
            groups[term] = (*groups.get(term, ()), f"~{number}")
    return groups
