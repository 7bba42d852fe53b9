"""Characters that are no letters of words, and letters that are several."""

from spravka.pages.text_layer.letters import mend_words, without_controls


def test_ligatures_are_taken_apart_and_invisible_characters_away() -> None:
    words = ["eﬃcient", "oﬀer", "zero\u200bwidth", "plain"]
    mend_words(words)
    assert words == ["efficient", "offer", "zerowidth", "plain"]


def test_control_characters_become_spaces_and_breaks_stay() -> None:
    assert without_controls("a\x00b\x1fc\r\nd\x02e\ufffef") == "a b c\r\nd\x02e\ufffef"


def test_bullets_of_symbol_fonts_get_their_names() -> None:
    assert without_controls("\uf0b7 пункт") == "• пункт"
