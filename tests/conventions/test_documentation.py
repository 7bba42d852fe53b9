"""The documentation says what the program does, in two languages, and loads nothing from outside."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.documentation.generated import outdated
from scripts.documentation.languages import missing_russian
from scripts.documentation.outside_hosts import loads_of_page, loads_of_script, loads_of_style, outside_loads
from scripts.documentation.problems import read_problems
from scripts.documentation.settings_page import read_settings

from spravka.database.mapped import Table
from tests.conventions.source import ROOT, repository_texts
from tests.infra.deployment import example_variables

LANGUAGES = ("en", "ru")
SOURCES = ("docs", "scripts", "zensical.en.toml", "zensical.ru.toml")
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built in a folder of its own by the command that everyone uses."""
    place = tmp_path_factory.mktemp("documentation")
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, place / name)
    command = [sys.executable, "scripts/build_docs.py", "--as-committed"]
    built = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return place / "build" / "site"


def test_the_pages_made_from_the_program_are_up_to_date() -> None:
    assert outdated(ROOT) == [], "run `python3 run docs` and commit what it changed"


def test_every_type_of_problem_has_a_section_in_both_languages(site: Path) -> None:
    for language in LANGUAGES:
        page = (site / language / "reference" / "problems" / "index.html").read_text(encoding="utf-8")
        missing = {problem.slug for problem in read_problems() if f'id="{problem.slug}"' not in page}
        assert missing == set()


def test_two_problems_never_share_a_type() -> None:
    slugs = [problem.slug for problem in read_problems()]
    assert sorted(slugs) == sorted(set(slugs))


def test_every_problem_setting_and_table_is_told_in_russian() -> None:
    missing = {
        "problems": missing_russian("problems", {problem.slug for problem in read_problems()}),
        "settings": missing_russian("settings", {setting.variable for setting in read_settings()}),
        "tables": missing_russian("tables", set(Table.metadata.tables)),
    }
    assert missing == {"problems": set(), "settings": set(), "tables": set()}


def test_every_setting_says_what_it_means() -> None:
    assert [setting.variable for setting in read_settings() if not setting.meaning] == []


def test_every_setting_stands_in_the_example_of_the_containers() -> None:
    set_by_compose = {"SPRAVKA_DATABASE_URL", "SPRAVKA_DATA_DIR", "SPRAVKA_DOCS_DIR", "SPRAVKA_PAGE_DIR"}
    shown = set(example_variables())
    assert {setting.variable for setting in read_settings()} - set_by_compose <= shown
    assert {name for name in shown if name.startswith("SPRAVKA_")} <= {one.variable for one in read_settings()}


def test_the_site_loads_nothing_from_another_host(site: Path) -> None:
    assert outside_loads(site) == []


def test_the_browser_refuses_whatever_a_page_would_load_from_another_host(site: Path) -> None:
    for page in (*(site / "ru").rglob("*.html"), *(site / "en").rglob("*.html")):
        assert "default-src 'self'" in page.read_text(encoding="utf-8"), page


def test_the_address_that_problem_documents_name_leads_to_the_problems(site: Path) -> None:
    text = (site / "problems" / "index.html").read_text(encoding="utf-8")
    assert '"../" + language + "/reference/problems/" + location.hash' in text
    assert all((site / language / "reference" / "problems" / "index.html").exists() for language in LANGUAGES)


def test_a_page_leads_to_its_twin_in_the_other_language(site: Path) -> None:
    page = (site / "ru" / "how-to" / "deploy" / "index.html").read_text(encoding="utf-8")
    twin = re.search(r'hreflang="en"[^>]*href="([^"]+)"', page)
    assert twin
    assert (site / "ru" / "how-to" / "deploy" / twin[1]).resolve() == (site / "en" / "how-to" / "deploy").resolve()


def test_links_between_files_of_the_repository_lead_somewhere() -> None:
    broken = {
        f"{name}: {target}"
        for name, text in repository_texts()
        if name.endswith(".md")
        for target in LINK.findall(text)
        if not (ROOT / name).parent.joinpath(target).exists()
    }
    assert broken == set()


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ('<script src="https://cdn.example.com/a.js"></script>', ["https://cdn.example.com/a.js"]),
        ('<img src="//img.example.com/a.png">', ["//img.example.com/a.png"]),
        ('<link rel="stylesheet" href="https://fonts.example.com/css">', ["https://fonts.example.com/css"]),
        ("<style>@import 'https://e.example.com/a.css';</style>", ["https://e.example.com/a.css"]),
        ('<a href="https://example.com">a link is no load</a>', []),
        ('<link rel="canonical" href="https://example.com/page">', []),
        ('<script src="../assets/a.js"></script>', []),
    ],
)
def test_what_a_page_loads_is_told_from_what_it_links_to(text: str, loads: list[str]) -> None:
    assert loads_of_page(text) == loads


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("a { background: url(https://e.example.com/a.png) }", ["https://e.example.com/a.png"]),
        ('a { background: url("data:image/png;base64,AA") }', []),
        ("a { background: url('http://www.w3.org/2000/svg') }", []),
    ],
)
def test_what_a_style_loads_is_seen(text: str, loads: list[str]) -> None:
    assert loads_of_style(text) == loads


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        (
            'load("https://unpkg.com/mermaid@12/dist/mermaid.min.js")',
            ["https://unpkg.com/mermaid@12/dist/mermaid.min.js"],
        ),
        ('createElementNS("http://www.w3.org/2000/svg","path")', []),
    ],
)
def test_a_scripts_addresses_are_seen_but_not_names_of_namespaces(text: str, loads: list[str]) -> None:
    assert loads_of_script(text) == loads
