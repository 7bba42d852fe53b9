"""The machine's pip configuration told to uv, which does not read it: sources, proxy, certificates."""

import configparser
import os
import sys
from pathlib import Path
from typing import Dict, List, Mapping

SECTIONS = ("global", "install")
TRUE = ("1", "true", "yes", "on")
UV_SOURCES = (
    "UV_DEFAULT_INDEX",
    "UV_INDEX",
    "UV_INDEX_URL",
    "UV_EXTRA_INDEX_URL",
    "UV_FIND_LINKS",
    "UV_NO_INDEX",
)


def index_arguments(environment: Mapping[str, str], pip: Mapping[str, str]) -> List[str]:
    """uv's arguments for the package sources of ``pip``; none where the environment names uv's own."""
    if any(environment.get(name) for name in UV_SOURCES):
        return []
    extra = _each("--index", pip.get("extra-index-url", ""))
    return [
        *(["--no-index"] if pip.get("no-index", "").lower() in TRUE else []),
        *_each("--default-index", pip.get("index-url", "")),
        *extra,
        # As pip sees it, all sources are equal; the hashes of the lock say what is wanted.
        *(["--index-strategy", "unsafe-best-match"] if extra else []),
        *_each("--find-links", pip.get("find-links", "")),
        *_each("--allow-insecure-host", pip.get("trusted-host", "")),
    ]


def uv_environment(environment: Mapping[str, str], pip: Mapping[str, str]) -> Dict[str, str]:
    """The environment for uv: pip's proxy, certificates and patience where it does not name its own."""
    wanted = {
        "SSL_CERT_FILE": pip.get("cert", ""),
        "HTTPS_PROXY": pip.get("proxy", ""),
        "HTTP_PROXY": pip.get("proxy", ""),
        "UV_HTTP_TIMEOUT": pip.get("default-timeout", pip.get("timeout", "")),
    }
    missing = {name: value for name, value in wanted.items() if value and not environment.get(name)}
    return {**environment, **missing, "UV_NO_PROGRESS": "1"}


def read_pip_settings(environment: Mapping[str, str]) -> Dict[str, str]:
    """What ``pip install`` would use: its files, then its environment (``PIP_INDEX_URL`` and so on)."""
    found: Dict[str, str] = {}
    for file in pip_files(environment):
        found.update(_read(file))
    names = [name for name in environment if name.startswith("PIP_") and environment[name]]
    found.update({name[4:].lower().replace("_", "-"): environment[name] for name in names})
    return found


def pip_files(environment: Mapping[str, str]) -> List[Path]:
    """Where pip looks for its configuration, the strongest last."""
    named = environment.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return []
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never raises
    own = Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
    files = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf"), home / ".pip" / "pip.conf", own]
    if sys.platform == "darwin":
        support = Path("Library", "Application Support", "pip", "pip.conf")
        files = [Path("/") / support, *files, home / support]
    return [*files, Path(sys.prefix) / "pip.conf", *([Path(named)] if named else [])]


def _read(file: Path) -> Dict[str, str]:
    parser = configparser.RawConfigParser()
    try:
        parser.read(str(file), encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return {}
    found = [pair for section in SECTIONS if parser.has_section(section) for pair in parser.items(section)]
    return {name.replace("_", "-"): value for name, value in found}


def _each(option: str, values: str) -> List[str]:
    return [word for value in values.split() for word in (option, value)]
