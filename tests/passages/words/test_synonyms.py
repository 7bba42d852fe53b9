"""The table of synonyms is made of terms, as texts give them."""

from spravka.morphology.letters import is_cyrillic
from spravka.passages.words.lemmas import word_terms
from spravka.passages.words.synonyms import synonym_groups


def test_russian_words_of_the_table_are_lemmas() -> None:
    strangers = [term for term in synonym_groups() if is_cyrillic(term) and word_terms(term) != (term,)]
    assert strangers == ["пеня"], "read as a form of «пенить», which stands beside it"


def test_a_group_is_shared_by_several_words() -> None:
    names = [name for groups in synonym_groups().values() for name in groups]
    assert {name for name in names if names.count(name) < 2} == set()
