"""The words of headers in Russian and English, and the units of measure."""

import pytest

from spravka.sheets.words import ColumnKind, header_words, is_header_text, is_unit, kinds_of_header

K = ColumnKind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        *[(text, K.NAME) for text in ["Наименование", "Наименование товара", "Номенклатура", "Товар", "Название"]],
        *[
            (text, K.NAME)
            for text in ["Name", "item_name", "Item", "Description", "Товары (работы, услуги)", "Материал"]
        ],
        *[(text, K.ITEM_CODE) for text in ["Код", "Код товара", "full_code", "ID", "SKU", "Номенклатурный номер"]],
        *[(text, K.UNIT) for text in ["Ед. изм.", "ЕИ", "Ед.", "Единица измерения", "Базовая единица", "Unit", "UOM"]],
        *[(text, K.GROUP_CODE) for text in ["Код группы", "group_code", "GroupId", "category_id", "Код раздела"]],
        *[
            (text, K.GROUP_NAME)
            for text in ["Группа", "Наименование группы", "Группа номенклатуры", "Category", "Раздел"]
        ],
        *[(text, K.PARENT_CODE) for text in ["Родитель", "Код родителя", "parent_id", "Parent"]],
        *[(text, K.QUANTITY) for text in ["Кол-во", "Количество", "Кол.", "Qty", "Quantity"]],
        *[
            (text, K.PRICE)
            for text in ["Цена", "Цена с НДС, руб.", "Цена за ед. изм.", "Unit price", "Стоимость за 1 шт"]
        ],
        *[(text, K.AMOUNT) for text in ["Сумма", "Стоимость", "Total", "Всего"]],
        *[(text, K.ROW_NUMBER) for text in ["№ п/п", "№", "N п/п", "Номер по порядку", "No"]],
        *[(text, K.VENDOR_CODE) for text in ["Артикул", "vendor_code", "Арт.", "Код производителя"]],
        *[(text, K.BRAND) for text in ["Производитель", "Бренд", "Brand", "Vendor"]],
        ("ЭтоГруппа", K.IS_GROUP),
        ("IsFolder", K.IS_GROUP),
        ("ПометкаУдаления", K.DELETION_MARK),
        ("Дата изменения", K.EDITED_AT),
        ("updated_at", K.EDITED_AT),
        ("Примечание", K.REMARK),
        ("Код по ОКЕИ", K.OTHER),
        ("НДС, %", K.OTHER),
        ("Поставщик", K.OTHER),
    ],
)
def test_a_header_speaks_for_its_kind(header: str, kind: ColumnKind) -> None:
    kinds = kinds_of_header(header)
    assert max(kinds, key=lambda found: kinds[found]) == kind


@pytest.mark.parametrize("text", ["", "Труба 20х2,5 ГОСТ 3262-75", "Кирпич", "12", "***", "x" * 500, "名称", "Größe"])
def test_other_texts_are_no_headers(text: str) -> None:
    assert not is_header_text(text)


def test_an_article_may_serve_as_the_code_of_an_item() -> None:
    assert K.ITEM_CODE in kinds_of_header("Артикул")


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ед.изм.", "ед изм"), ("groupCode", "group code"), ("Учёт", "учет"), ("№ п/п", "№ п п")],
)
def test_a_header_is_reduced_to_its_words(text: str, words: str) -> None:
    assert header_words(text) == words


@pytest.mark.parametrize("text", ["шт", "шт.", "ШТ", "м2", "м²", "100 м2", "т", "пог. м", "тыс. шт", "компл.", "pcs"])
def test_a_unit_is_known_however_it_is_written(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["", "Болт", "м8", "12", "20х2"])
def test_other_texts_are_no_units(text: str) -> None:
    assert not is_unit(text)
