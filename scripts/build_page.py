"""Build the web page: its packages by npm, then its files by Vite.

    python scripts/build_page.py             build into ``build/page``
    python scripts/build_page.py --types     write ``ui/src/api/schema.d.ts`` from the API as it is now
    python scripts/build_page.py --check     linters, types, tests of the page, and that those types are of today

Node.js of the machine is taken where it is new enough, else one that comes as a package. The server serves the result
at ``/``.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "ui"
BUILT = ROOT / "build" / "page"
TYPES = Path("src", "api", "schema.d.ts")
CHECKS = (("run", "lint"), ("run", "types"), ("run", "test"))

sys.path.insert(0, str(ROOT))


def install(npm: Sequence[str]) -> None:
    """The packages of the lock file, where they are not there already."""
    kept, lock = PAGE / "node_modules" / ".package-lock.json", PAGE / "package-lock.json"
    if not kept.exists() or kept.stat().st_mtime < lock.stat().st_mtime:
        call(npm, "ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")


def build(npm: Sequence[str]) -> None:
    """Into a folder beside first: the page that is being served stays whole until the new one is."""
    made = BUILT.with_name("page.new")
    shutil.rmtree(made, ignore_errors=True)
    call(npm, "run", "build", "--", "--outDir", str(made), "--emptyOutDir", "--logLevel", "warn")
    former = BUILT.with_name("page.old")
    shutil.rmtree(former, ignore_errors=True)
    if BUILT.exists():
        BUILT.rename(former)
    made.rename(BUILT)
    shutil.rmtree(former, ignore_errors=True)


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
    for words in CHECKS:
        call(npm, *words)
    if not are_types_current(npm):
        raise SystemExit("ui/src/api/schema.d.ts is older than the API: python scripts/build_page.py --types")


def call(npm: Sequence[str], *words: str) -> None:
    """npm in the page's folder, with the same Node.js for what it starts."""
    environment = {**os.environ, "PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if subprocess.run([*npm, *words], cwd=PAGE, env=environment, check=False).returncode != 0:
        raise SystemExit(f"npm {' '.join(words)} failed in {PAGE.relative_to(ROOT)}; what it said stands above")


def main() -> None:
    from scripts.page.node import find_npm

    parser = argparse.ArgumentParser(description="Build the web page into build/page.")
    parser.add_argument("--types", action="store_true", help="write the types of the API")
    parser.add_argument("--check", action="store_true", help="linters, types and tests of the page")
    wanted = parser.parse_args()
    npm = find_npm(ROOT)
    install(npm)
    if wanted.types:
        write_types(npm, PAGE / TYPES)
    elif wanted.check:
        check(npm)
    else:
        build(npm)
        print(f"The page is in {BUILT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
