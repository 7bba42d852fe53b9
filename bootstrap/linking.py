"""The product itself in the environment: a path file and its name and version, written by hand.

What an installer would do for an "editable" installation, without a build and so without the network. The path is
relative, so that a checkout may lie in any folder and be moved.
"""

import os
import re
from pathlib import Path

from bootstrap.uv import ROOT

NAME = "spravka"
PATH_FILE = f"{NAME}.pth"
TOLD = ("METADATA", "INSTALLER", "RECORD")


def link_product(site: Path) -> None:
    """Make the packages of ``src`` importable for the environment with the folder ``site``, and tell their version."""
    version = product_version((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = site / f"{NAME}-{version}.dist-info"
    told.mkdir(exist_ok=True)
    listed = [PATH_FILE, *(f"{told.name}/{name}" for name in TOLD)]
    files = {
        site / PATH_FILE: os.path.relpath(str(ROOT / "src"), str(site)),
        told / "METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version}",
        told / "INSTALLER": "run",
        told / "RECORD": "\n".join(f"{path},," for path in listed),  # an installer takes these out again
    }
    for path, text in files.items():
        path.write_text(text + "\n", encoding="utf-8")


def product_version(pyproject: str) -> str:
    """The version that ``pyproject.toml`` tells."""
    found = re.search(r'^version = "([^"]+)"', pyproject, re.MULTILINE)
    return found.group(1) if found else "0"
