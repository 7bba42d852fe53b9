"""Finding programs inside installed packages without importing them: an import would have side effects."""

import importlib.util
from pathlib import Path


def package_folder(name: str) -> Path | None:
    """Where the package ``name`` lies, None where it is not installed."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations)))
