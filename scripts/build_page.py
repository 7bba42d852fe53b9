"""Build the web page: its packages by npm, then its files by Vite.

    python scripts/build_page.py              build into ``build/page``
    python scripts/build_page.py --packages   install the packages alone
    python scripts/build_page.py --types      write ``ui/src/api/schema.d.ts`` from the API as it is now, and the words
                                              of its problems
    python scripts/build_page.py --check      linters, types, tests of the page, and that those files are of today
    python scripts/build_page.py --test …     the tests in a browser, on the real stack; words after it are Playwright's

Node.js of the machine is taken where it is new enough, else one that comes as a package. The server serves the result
at ``/``.
"""

import argparse
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "ui"
BUILT = ROOT / "build" / "page"
TYPES = Path("src", "api", "schema.d.ts")
LANGUAGES = PAGE / "src" / "language"
SCREENSHOTS = PAGE / "test-results" / "screenshots"
CHECKS = (("run", "lint"), ("run", "types"), ("run", "test"))

sys.path.insert(0, str(ROOT))


def install(npm: Sequence[str]) -> None:
    """The packages of the lock file, where they are not there already."""
    kept, lock = PAGE / "node_modules" / ".package-lock.json", PAGE / "package-lock.json"
    if not kept.exists() or kept.stat().st_mtime < lock.stat().st_mtime:
        print("installing the packages of the page", flush=True)
        call(npm, "ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")


def build(npm: Sequence[str]) -> None:
    """Into a folder beside first: the page that is being served stays whole until the new one is."""
    from scripts.page.compressing import compress

    made = BUILT.with_name("page.new")
    shutil.rmtree(made, ignore_errors=True)
    call(npm, "run", "build", "--", "--outDir", str(made), "--emptyOutDir", "--logLevel", "warn")
    compress(made / "assets")
    former = BUILT.with_name("page.old")
    shutil.rmtree(former, ignore_errors=True)
    if BUILT.exists():
        BUILT.rename(former)
    made.rename(BUILT)
    shutil.rmtree(former, ignore_errors=True)
    print(f"The page is in {BUILT.relative_to(ROOT)}", flush=True)


def write_types(npm: Sequence[str], target: Path) -> None:
    """TypeScript's types of every route, from the OpenAPI document."""
    from scripts.documentation.generated import read_document

    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder, "openapi.json")
        document.write_text(json.dumps(read_document(), ensure_ascii=False), encoding="utf-8")
        call(npm, "exec", "--", "openapi-typescript", str(document), "--output", str(target))


def are_types_current(npm: Sequence[str]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "schema.d.ts")
        write_types(npm, fresh)
        return fresh.read_bytes() == (PAGE / TYPES).read_bytes()


def check(npm: Sequence[str]) -> None:
    """Everything that tells whether the page is in order, short of a browser."""
    from scripts.page import problem_words

    for words in CHECKS:
        call(npm, *words)
    if not are_types_current(npm):
        raise SystemExit("ui/src/api/schema.d.ts is older than the API: python3 run page types")
    if not problem_words.are_current(LANGUAGES):
        raise SystemExit("ui/src/language/problems.*.json are older than the API: python3 run page types")


def test(npm: Sequence[str], words: Sequence[str]) -> None:
    """In a browser, on a stack started for it; all of it begins with no screenshot of an earlier run."""
    from spravka.stack.page import OWN_PAGE_SETTING, is_current

    if not os.environ.get(OWN_PAGE_SETTING) and not is_current(ROOT):
        build(npm)
    if not words:
        shutil.rmtree(SCREENSHOTS, ignore_errors=True)
    call(npm, "exec", "--", "playwright", "test", *words)
    print(f"Screenshots are in {SCREENSHOTS.relative_to(ROOT)}", flush=True)


def call(npm: Sequence[str], *words: str) -> None:
    """npm in the page's folder, with the same Node.js for what it starts."""
    environment = {**os.environ, "PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if subprocess.run([*npm, *words], cwd=PAGE, env=environment, check=False).returncode != 0:
        raise SystemExit(f"npm {' '.join(words)} failed in {PAGE.relative_to(ROOT)}; what it said stands above")


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two terminals of one checkout take turns; the system lets go when a command ends."""
    folder = os.open(PAGE, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the web page into build/page.")
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("--packages", action="store_true", help="install its packages alone")
    wanted.add_argument("--types", action="store_true", help="write the types and the problems of the API")
    wanted.add_argument("--check", action="store_true", help="linters, types and tests of the page")
    wanted.add_argument("--test", nargs=argparse.REMAINDER, help="tests in a browser")
    return parser.parse_args()


def main() -> None:
    from scripts.page import problem_words
    from scripts.page.node import find_npm

    wanted = read_words()
    with one_at_a_time():
        npm = find_npm(ROOT)
        install(npm)
        if not (wanted.packages or wanted.types or wanted.check or wanted.test is not None):
            build(npm)
    if wanted.types:
        write_types(npm, PAGE / TYPES)
        problem_words.write(LANGUAGES)
    elif wanted.check:
        check(npm)
    elif wanted.test is not None:
        test(npm, wanted.test)


if __name__ == "__main__":
    main()
