"""The web page tells every problem in Russian, and names only what the problem holds."""

import pytest
from scripts.documentation.problems import ProblemType, read_problems
from scripts.page.problem_words import SECTIONS, Words, places_in, texts_of_page, told_to_people, words_of

PROBLEMS = read_problems()
NAMES = {problem.slug: problem for problem in told_to_people(PROBLEMS)}
FOR_PROGRAMS = ("`", "GET /", "POST /", "SPRAVKA_", "spravka ")


def test_every_problem_is_told_in_russian() -> None:
    assert set(NAMES) == set(words_of(PROBLEMS, "ru"))


@pytest.mark.parametrize("language", SECTIONS)
def test_every_text_is_of_a_problem_there_is_and_places_its_members_only(language: str) -> None:
    texts = texts_of_page()[SECTIONS[language]]
    assert set(texts) <= set(NAMES)
    wrong = {slug: places_in(text) - set(NAMES[slug].members) for slug, text in texts.items()}
    assert {slug: places for slug, places in wrong.items() if places} == {}


@pytest.mark.parametrize("language", SECTIONS)
def test_every_text_says_what_to_do_and_nothing_for_programs(language: str) -> None:
    words = words_of(PROBLEMS, language)
    assert [slug for slug, told in words.items() if not told["text"]] == []
    told = {slug: f"{told['title']}. {told['text']}" for slug, told in words.items()}
    assert [slug for slug, text in told.items() if any(word in text for word in FOR_PROGRAMS)] == []


def _problem(*members: str) -> ProblemType:
    return ProblemType("too-many-pages", "Too many pages", "pages", 429, "", members, "")


@pytest.mark.parametrize(("members", "has_more"), [(("pages", "limit"), False), (("reason",), True), ((), False)])
def test_the_answer_s_own_words_are_asked_for_where_its_facts_have_no_place(
    members: tuple[str, ...], has_more: bool
) -> None:
    expected: Words = {
        "title": "Слишком много страниц",
        "text": "В документе их {{pages}}, читается не больше {{limit}}: разделите его.",
        "hasMore": has_more,
    }
    assert words_of([_problem(*members)], "ru") == {"too-many-pages": expected}
