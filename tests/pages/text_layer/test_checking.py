"""Which text of a page is kept, which is repaired, and which is none."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.pages.page import TextLayer
from spravka.pages.text_layer.checking import LayerCheck

RUSSIAN = (
    "Поставщик обязуется передать покупателю товар в срок, а покупатель обязуется принять этот товар и уплатить за "
    "него цену, которая определяется спецификацией. Объём и сроки поставки согласуются сторонами заранее."
)
ENGLISH = (
    "The supplier shall deliver the goods in time, and the buyer shall accept them and pay the price that is given in "
    "the specification. Volumes and dates are agreed upon beforehand."
)
T2A_SIGNS = str.maketrans({"ё": "\xbc", "«": "\xbe", "»": "\xbf", "—": "\x16", "-": "\x7f"})


def check(text: str) -> tuple[str, TextLayer]:
    return LayerCheck().check(text)


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        ENGLISH,
        "",
        "12,50 310 4.2.1 — 17 %",
        "АКЦ-200/55 МПВ-12 ТУ 14-3-1128 ВВГнг 3х2,5 КГ 4х16 АПвПу2г " * 5,
        "for (int i = 0; i < n; ++i) { sum += xs[i]; } return sum; " * 5,
        "Der Lieferant verpflichtet sich, dem Käufer die Ware fristgerecht zu übergeben, naïve Größe.",
        "供应商有义务按时向买方交付货物。" * 10,
    ],
    ids=["russian", "english", "nothing", "numbers", "part numbers", "a program", "german", "chinese"],
)
def test_text_stays_as_it_is(text: str) -> None:
    assert check(text) == (text, TextLayer.ORIGINAL)


LATIN_TEXTS = {
    "german": "Lieferant verpflichtet Ware fristgerecht liefern Zahlung erfolgt innerhalb dreißig Tagen Rechnung",
    "dutch": "leverancier verplicht goederen tijdig leveren betaling geschiedt dertig dagen factuur overeenkomst",
    "polish": "dostawca zobowiazuje dostarczyc towar terminie przeprowadzenie szczegolny wszystkich wspolnoty",
    "finnish": "toimittaja sitoutuu toimittamaan tavaran maksu suoritetaan kolmenkymmenen laskusta sopimuksen",
    "latin names": "Quercus robur Betula pendula Pinus sylvestris Picea abies Juniperus communis Salix caprea Alnus",
    "identifiers": "readPages mediaType firstPage getCharBox textLayer wordCount isTable maxRows newLine subString",
}


@given(seed=st.randoms(use_true_random=False))
@pytest.mark.parametrize("language", LATIN_TEXTS)
def test_words_of_other_languages_and_of_programs_are_never_thrown_away(language: str, seed: Random) -> None:
    words = LATIN_TEXTS[language].split() * 8
    seed.shuffle(words)
    assert check(" ".join(words)) == (" ".join(words), TextLayer.ORIGINAL)


@given(words=st.lists(st.sampled_from(sorted(set(ENGLISH.replace(",", "").replace(".", "").split()))), max_size=200))
def test_english_in_any_order_is_text(words: list[str]) -> None:
    assert check(" ".join(words)) == (" ".join(words), TextLayer.ORIGINAL)


@pytest.mark.parametrize("code_page", ["cp1251", "koi8-r", "mac-cyrillic", "iso8859-5"])
@pytest.mark.parametrize("taken_for", ["latin-1", "cp1252"])
def test_cyrillic_codes_taken_for_latin_letters_are_read_anew(code_page: str, taken_for: str) -> None:
    codes = RUSSIAN.encode(code_page)
    misread = "".join(bytes([code]).decode(taken_for, "ignore") or chr(code) for code in codes)
    assert check(misread) == (RUSSIAN, TextLayer.REPAIRED)


def test_the_font_encoding_of_tex_is_read_with_its_own_signs() -> None:
    text = RUSSIAN + " «Ещё раз» — со-"
    misread = text.translate(T2A_SIGNS).translate({code: chr(code - 0x350) for code in range(0x410, 0x450)})
    mended, layer = check(misread)
    assert layer is TextLayer.REPAIRED
    assert mended == text[:-1] + "\ufffe"


def test_the_private_codes_of_a_symbol_font_are_read_as_the_bytes_they_keep() -> None:
    misread = "".join(chr(0xF000 + code) if code > 0x20 else chr(code) for code in RUSSIAN.encode("cp1251"))
    assert check(misread) == (RUSSIAN, TextLayer.REPAIRED)


def test_what_mended_one_page_mends_a_page_of_few_words_after_it() -> None:
    pages = LayerCheck()
    pages.check(RUSSIAN.encode("cp1251").decode("latin-1"))
    assert pages.check("Îãëàâëåíèå 12") == ("Оглавление 12", TextLayer.REPAIRED)


@pytest.mark.parametrize(
    "text",
    [
        "\ue012\ue044\ue101 \ue0ff\ue020" * 20,
        "\x01\x05\x0e\x11 \x02\x1f\x08" * 20,
        ENGLISH.translate({code: chr((code - 97 + 3) % 26 + 97) for code in range(97, 123)}) * 2,
        RUSSIAN.lower().translate({code: chr((code - 0x430 + 9) % 32 + 0x430) for code in range(0x430, 0x450)}) * 3,
    ],
    ids=["private codes", "control codes", "other latin letters", "other cyrillic letters"],
)
def test_what_is_no_text_needs_recognition(text: str) -> None:
    assert check(text) == ("", TextLayer.NEEDS_RECOGNITION)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("приведeн в тaблице", "приведён".replace("ё", "е") + " в таблице"),
        ("Cохранить", "Сохранить"),
        ("в системе Uniх", "в системе Unix"),
        ("версия TeXа и Unixе", "версия TeXа и Unixе"),
        ("COM-порт USB", "COM-порт USB"),
    ],
)
def test_look_alikes_in_a_word_are_put_into_its_alphabet(text: str, mended: str) -> None:
    found, layer = check(text)
    assert found == mended
    assert layer is (TextLayer.ORIGINAL if text == mended else TextLayer.REPAIRED)


@given(st.text(max_size=300))
def test_mending_never_moves_a_character(text: str) -> None:
    mended, layer = check(text)
    assert len(mended) == (0 if layer is TextLayer.NEEDS_RECOGNITION else len(text))
