"""What the words of a header mean, in Russian and English, and which words are units of measure."""

import re
from enum import StrEnum
from functools import lru_cache


class ColumnKind(StrEnum):
    """What a column holds."""

    ROW_NUMBER = "row_number"
    ITEM_CODE = "item_code"
    NAME = "name"
    GROUP_CODE = "group_code"
    GROUP_NAME = "group_name"
    PARENT_CODE = "parent_code"
    IS_GROUP = "is_group"
    DELETION_MARK = "deletion_mark"
    EDITED_AT = "edited_at"
    UNIT = "unit"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    BRAND = "brand"
    VENDOR_CODE = "vendor_code"
    REMARK = "remark"
    OTHER = "other"


HEADER_CHARACTERS = 80
HEADER_WORDS = 9
HEADER_DIGITS = 4

_GROUP = r"(?:групп\w*|group)"
_SECTION = r"(?:категори\w*|раздел\w*|подраздел\w*|класс\w*|книг\w*|category|section|class|book)"
_NAME = r"(?:наименован\w*|назван\w*|name|title)"
_CODE = r"(?:код|шифр|id|ид|идентификатор|code|key|guid|гуид|uuid|ссылка|номер|number)"
_PARTY = r"(?:поставщик\w*|контрагент\w*|организаци\w*|склад\w*|заказчик\w*|supplier|customer|warehouse|company)"

_RULES: tuple[tuple[str, dict[ColumnKind, float]], ...] = (
    # The first rule found in a header decides; a figure is how sure its words alone make that kind.
    (r"\b(?:океи|okei|оквэд|окпд\w*|okpd\w*|тнвэд|тн вэд|гтд|инн|окпо)\b", {ColumnKind.OTHER: 0.9}),
    (r"^(?:(?:сумма|ставка|в т ч|в том числе|размер) )*(?:ндс|vat|tax)\b", {ColumnKind.OTHER: 0.9}),
    (
        r"^(?:№|n|#|номер)?(?: ?(?:п п|пп|по порядку|по пор|строки|позиции|поз))?$"
        r"|^(?:row|line)(?: (?:no|number))?$|^no$",
        {ColumnKind.ROW_NUMBER: 0.95},
    ),
    (r"это групп|признак группы|\bis ?(?:group|folder)\b", {ColumnKind.IS_GROUP: 0.95}),
    (r"пометк\w* удал|\bdeleted\b|deletion mark|^удален\w*$", {ColumnKind.DELETION_MARK: 0.95}),
    (
        r"(?:дата|время) (?:изм|ред|обн|посл)\w*|\b(?:edited|updated|modified|changed)\b|last (?:edit|change)",
        {ColumnKind.EDITED_AT: 0.95},
    ),
    (r"\bродител|\bparent\b|\bвышестоящ", {ColumnKind.PARENT_CODE: 0.95}),
    (rf"\b{_CODE} (?:\w+ )?{_GROUP}\b|\b{_GROUP} {_CODE}\b", {ColumnKind.GROUP_CODE: 0.95}),
    (rf"\b{_NAME} (?:\w+ )?{_GROUP}\b|\b{_GROUP} {_NAME}\b", {ColumnKind.GROUP_NAME: 0.95}),
    (rf"\b{_CODE} (?:\w+ )?{_SECTION}\b|\b{_SECTION} {_CODE}\b", {ColumnKind.GROUP_CODE: 0.8}),
    (rf"\b{_NAME} (?:\w+ )?{_SECTION}\b|\b{_SECTION} {_NAME}\b", {ColumnKind.GROUP_NAME: 0.8}),
    (rf"^{_GROUP}\b|\b{_GROUP}$", {ColumnKind.GROUP_NAME: 0.9, ColumnKind.GROUP_CODE: 0.85}),
    (rf"^{_SECTION}$|^(?:вид|тип) номенклатуры$", {ColumnKind.GROUP_NAME: 0.75, ColumnKind.GROUP_CODE: 0.7}),
    (rf"\b{_PARTY}\b", {ColumnKind.OTHER: 0.9}),
    (r"\bцен[аы]?\b|\bprice|стоимость (?:за|ед|1)|тариф|расценк|\brate$", {ColumnKind.PRICE: 0.95}),
    (r"\bсумма\b|\bстоимость\b|\bamount\b|\btotal\b|^всего\b|^итого\b", {ColumnKind.AMOUNT: 0.9}),
    (
        r"\bкол\b|\bколич|\bкол во\b|\bqty\b|\bquantity\b|^count$|^объем$|^потребность$",
        {ColumnKind.QUANTITY: 0.95},
    ),
    (
        r"\bед(?:иниц\w*)? ?изм\w*|^(?:базовая |осн\w* )?ед(?:иниц[аы])?$|\bединица хран|^е ?и$|^измеритель$"
        r"|\b(?:units?|uom|measure)(?: name| of measure\w*)?$",
        {ColumnKind.UNIT: 0.95},
    ),
    (rf"\b{_CODE} (?:производителя|изготовителя)\b", {ColumnKind.VENDOR_CODE: 0.9, ColumnKind.ITEM_CODE: 0.7}),
    (
        r"\b(?:производитель|производителя|изготовитель|изготовителя|бренд)\b|^торговая марка"
        r"|\bbrand\b|\bmanufacturer\b|^vendor$",
        {ColumnKind.BRAND: 0.95},
    ),
    (r"^примечан|^комментар|\bremarks?\b|\bcomments?\b|^notes?$", {ColumnKind.REMARK: 0.95}),
    (r"\bнаименован|\bназвани|\bname\b|^title$", {ColumnKind.NAME: 0.95}),
    (
        r"\bартикул(?:а|ы)?\b|^арт$|vendor code|part (?:no|number)|\bmpn\b|^article(?: no| number)?$"
        r"|(?:заводск\w*|каталожн\w*) (?:код|номер)",
        {ColumnKind.VENDOR_CODE: 0.9, ColumnKind.ITEM_CODE: 0.7},
    ),
    (rf"^{_CODE}\b|\b{_CODE}$|\bsku\b|номенклатурный (?:номер|№)", {ColumnKind.ITEM_CODE: 0.9}),
    (r"\bноменклатур|\bnomenclature\b", {ColumnKind.NAME: 0.9}),
    (
        r"^товар(?:ы|а|ов)?\b|^тмц\b|^мтр\b"
        r"|^продукц\w*|^продукт\b|^product\b|^goods$|^items?$|^материалы?\b|^ресурсы?\b",
        {ColumnKind.NAME: 0.85},
    ),
    (r"^позици[яи]\b|^изделие\b|^описание\b|\bdescription\b|^materials?\b", {ColumnKind.NAME: 0.75}),
    (
        r"^(?:дата|вес|масса|страна|остат\w*|валюта|размер\w*|гост|марка|тип|цвет|упаковка|вид|срок\w*|скидка"
        r"|характеристик\w*|параметр\w*|сорт|штрихкод|статус|опт\w*|розн\w*|руб\w*|мин\w*|макс\w*|план|факт"
        r"|в том числе|без|с ндс|сокращ\w*|условн\w*|обозначение|ссылка|объект|договор|date|weight|size|colou?r"
        r"|stock|currency|country|type|barcode|status|url)(?: \w+)?$",
        {ColumnKind.OTHER: 0.7},
    ),
)
_COMPILED = tuple((re.compile(pattern), kinds) for pattern, kinds in _RULES)

_CAMEL = re.compile(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ])")
_NOT_WORD = re.compile(r"(?:[^\w№#]|_)+")
_HAS_LETTER = re.compile(r"[^\W\d_]|№|#")

_UNIT_WORDS = """
    шт штук штука штуки т.шт тыс тыс.шт м метр пм м.п мп п.м пог пог.м погм м2 м² кв кв.м квм м3 м³ куб куб.м кубм
    км см мм дм га кг г т тн тонна тонн л литр мл ч час чел-ч маш-ч сут смена рейс усл услуга мест место сек секция
    уп упак упаковка пач пачка рул рулон лист л-т к-т кт компл комплект наб набор пар пара бух бухта боб бобина кат
    катушка банка бан вед ведро меш мешок кор коробка ящ ящик доз флакон
    pcs pc piece pieces ea each set sets pair pairs m m2 m3 km cm mm kg g t l ml roll rolls box pack bag sheet hour lot
"""
_UNITS = frozenset(_UNIT_WORDS.split()) | {unit.replace(".", "") for unit in _UNIT_WORDS.split()}
_UNIT_NOISE = re.compile(r"[\s./]+")


def header_words(text: str) -> str:
    """A header text as bare lower-case words: «Ед.изм.» → «ед изм», "groupCode" → "group code"."""
    spaced = _CAMEL.sub(" ", text)
    return _NOT_WORD.sub(" ", spaced.lower().replace("ё", "е")).strip()


@lru_cache(maxsize=4096)
def kinds_of_header(text: str) -> dict[ColumnKind, float]:
    """The kinds a header's words speak for, each with a strength 0…1; empty where they say nothing."""
    if not _HAS_LETTER.search(text):
        return {}
    words = header_words(text)
    return next((kinds for pattern, kinds in _COMPILED if pattern.search(words)), {})


def is_header_text(text: str) -> bool:
    """Whether a cell may be a known header: short, few digits, and with words that headers are made of."""
    if len(text) > HEADER_CHARACTERS or sum(map(str.isdigit, text)) > HEADER_DIGITS:
        return False
    return len(text.split()) <= HEADER_WORDS and bool(kinds_of_header(text))


def is_unit(text: str) -> bool:
    """Whether a text is a unit of measure as they stand in price lists: «шт.», «пог. м», «100 м2», "pcs"."""
    bare = text.lower().strip().strip(".")
    return bare in _UNITS or _UNIT_NOISE.sub("", bare).lstrip("0123456789") in _UNITS
