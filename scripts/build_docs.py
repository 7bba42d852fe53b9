"""Build the documentation site, strictly: a warning, a broken link or an outside address fails.

    python scripts/build_docs.py                  refresh the generated pages, then build
    python scripts/build_docs.py --as-committed   build what is there; needs nothing but Zensical

The result is ``build/site``: ``ru/``, ``en/``, an index that chooses the language by the browser, and
``problems/``, the address that problem documents name. The server serves it at ``/static/docs``.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "build" / "site"
LANGUAGES = ("ru", "en")

sys.path.insert(0, str(ROOT))


class DocumentationFault(Exception):
    """The site cannot be built as it is; the text says why."""


def build(is_as_committed: bool) -> None:
    """Build the whole site into ``build/site``."""
    if not is_as_committed:
        refresh_generated()
    require_twins()
    shutil.rmtree(SITE, ignore_errors=True)
    for language in LANGUAGES:
        build_language(language)
    write_language_choice()
    require_nothing_outside()


def refresh_generated() -> None:
    """Write the pages made from the program anew."""
    from scripts.documentation.generated import refresh

    for path in refresh(ROOT):
        print(f"refreshed {path.relative_to(ROOT)}")


def require_twins() -> None:
    """Every page exists in both languages."""
    first, second = (
        {page.relative_to(ROOT / "docs" / language) for page in (ROOT / "docs" / language).rglob("*.md")}
        for language in LANGUAGES
    )
    if first != second:
        alone = ", ".join(sorted(str(page) for page in first ^ second))
        raise DocumentationFault(f"These pages exist in one language only: {alone}")


def build_language(language: str) -> None:
    """Run Zensical over one language."""
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    finished = subprocess.run(
        [*command, "--config-file", f"zensical.{language}.toml"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if finished.returncode != 0:
        warnings = (finished.stdout + finished.stderr).split("Traceback")[0]
        raise DocumentationFault(f"{warnings.strip()}\nThe pages in docs/{language} have the faults above.")


def write_language_choice() -> None:
    """The index, and the address that problem documents name."""
    page = (ROOT / "docs" / "choose_language.html").read_text(encoding="utf-8")
    for folder, root, target in (
        ("", "", ""),
        ("problems", "../", "reference/problems/"),
    ):
        path = SITE / folder / "index.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page.replace("{{ROOT}}", root).replace("{{PAGE}}", target), encoding="utf-8")


def require_nothing_outside() -> None:
    """The site works where there is no Internet."""
    from scripts.documentation.outside_hosts import cut_outside_scripts, outside_loads

    cut_outside_scripts(SITE)
    if loads := outside_loads(SITE):
        raise DocumentationFault("The site would load from elsewhere:\n" + "\n".join(loads))


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the documentation site into build/site.")
    parser.add_argument("--as-committed", action="store_true", help="do not refresh the generated pages")
    try:
        build(parser.parse_args().as_committed)
    except DocumentationFault as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"The documentation is in {SITE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
