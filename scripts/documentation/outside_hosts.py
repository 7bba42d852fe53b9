"""What a built page would load from another host: nothing may, for there is no Internet inside the perimeter.

A link that a person may click is not a load. A script's text may hold an address it never fetches (the name
of an XML namespace), so only the addresses of known package hosts count there.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

LOADING_ATTRIBUTES = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
OUTSIDE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
NAMESPACES = ("http://www.w3.org/", "https://www.w3.org/")
IN_SCRIPT = re.compile(r"https?://[\w.-]+\.[a-z]{2,}[\w./@-]*")
NOWHERE = "/nowhere/"


def outside_loads(site: Path) -> list[str]:
    """``file: address`` for everything below ``site`` that a browser would fetch from another host."""
    found: list[str] = []
    for path in sorted(site.rglob("*")):
        read = {
            ".html": loads_of_page,
            ".css": loads_of_style,
            ".svg": loads_of_page,
            ".js": loads_of_script,
        }
        if path.suffix in read:
            text = path.read_text(encoding="utf-8")
            found.extend(f"{path.relative_to(site)}: {address}" for address in read[path.suffix](text))
    return found


def loads_of_page(text: str) -> list[str]:
    """Outside addresses that an HTML or SVG text loads, its inline styles included."""
    reader = _PageReader()
    reader.feed(text)
    return [address for address in reader.addresses if OUTSIDE.match(address)] + loads_of_style(text)


def loads_of_style(text: str) -> list[str]:
    """Outside addresses in ``url()`` and ``@import``."""
    return [address for address in IN_STYLE.findall(text) if not address.startswith(NAMESPACES)]


def loads_of_script(text: str) -> list[str]:
    """Addresses of other hosts in a script, names of XML namespaces left out."""
    return [address for address in IN_SCRIPT.findall(text) if not address.startswith(NAMESPACES)]


def cut_outside_scripts(site: Path) -> None:
    """Take the addresses of other hosts out of the theme's scripts.

    The theme would fetch a diagram renderer or a polyfill when a page asks for one. No page does; now none can.
    """
    for path in site.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        cut = IN_SCRIPT.sub(lambda match: match[0] if match[0].startswith(NAMESPACES) else NOWHERE, text)
        path.write_text(cut, encoding="utf-8")


class _PageReader(HTMLParser):
    """Collects the addresses that the tags of a page load."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") in (
            "alternate",
            "canonical",
            "next",
            "prev",
        ):
            return
        self.addresses.extend(_addresses(tag, given))


def _addresses(tag: str, given: dict[str, str]) -> Iterator[str]:
    for name in LOADING_ATTRIBUTES.get(tag, ()):
        if name.endswith("srcset"):
            yield from (choice.strip() for choice in given.get(name, "").split(","))
        elif name in given:
            yield given[name]
