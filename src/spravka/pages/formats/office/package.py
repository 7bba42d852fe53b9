"""A package of parts (ECMA-376 part 2: a ZIP archive of XML), opened without believing anything it says.

What its parts unpack to is added up before one of them is touched, and a part gives no more bytes than it has
announced. XML is parsed without entities, without external parts and without a network.
"""

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, NamedTuple

from lxml import etree

from spravka.pages.errors import DocumentDamaged, DocumentProtected, ReadingTooBig
from spravka.pages.formats.office.archives import open_archive

MEBIBYTE = 1024 * 1024
UNPACKED_BYTES = 1024 * MEBIBYTE
TREE_BYTES = 64 * MEBIBYTE
_RATIO = 250
_RATIO_FROM_BYTES = 64 * MEBIBYTE
_ENCRYPTED = 0x1

Element = Any
"""An element of lxml, which brings no types."""


class Relation(NamedTuple):
    """A part that another names: the last word of its ``kind``, and its path in the package."""

    kind: str
    target: str


class Package:
    """An open package. Raises DocumentDamaged, DocumentProtected, ReadingTooBig."""

    def __init__(self, path: Path) -> None:
        with damage_told():
            self.archive = open_archive(path)
        _check(self.archive)
        self.names = frozenset(self.archive.namelist())

    def main_part(self) -> str:
        """The part the others belong to. Raises DocumentDamaged where it is missing."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self.names:
                return relation.target
        raise DocumentDamaged("its main part is missing")

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part names, by id; "" is the package itself. Links to outside are left out."""
        folder, name = PurePosixPath(part).parent, PurePosixPath(part).name
        root = self.tree(f"{folder}/_rels/{name}.rels" if part else "_rels/.rels")
        found = {}
        for relation in () if root is None else root.iterchildren("{*}Relationship"):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = Relation(kind, _inside(folder, relation.get("Target", "")))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part names and that exist."""
        targets = (relation.target for relation in self.relations(part).values() if relation.kind == kind)
        return [target for target in targets if target in self.names]

    def tree(self, part: str) -> Element | None:
        """The root of a part; None where there is no such part. Raises DocumentDamaged, ReadingTooBig."""
        if part not in self.names:
            return None
        if self.archive.getinfo(part).file_size > TREE_BYTES:
            raise ReadingTooBig(TREE_BYTES)
        with damage_told(), self.archive.open(part) as file:
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
            )
            root = etree.parse(file, parser).getroot()
        _refuse_entities(root)
        return root

    def events(self, part: str, tags: tuple[str, ...]) -> Iterator[tuple[str, Element]]:
        """Starts and ends of the elements with these local names, while the part is parsed."""
        with damage_told(), self.archive.open(part) as file:
            parsing = etree.iterparse(
                file,
                events=("start", "end"),
                tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False,
                no_network=True,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            )
            for count, (event, element) in enumerate(parsing):
                if not count:
                    _refuse_entities(element)
                yield event, element

    def holds(self, part: str, signs: tuple[bytes, ...]) -> bool:
        """Whether one of the signs stands anywhere in a part."""
        with damage_told(), self.archive.open(part) as file:
            return _holds(file, signs)


@contextlib.contextmanager
def damage_told() -> Iterator[None]:
    """What goes wrong with parts is a damaged document, unless memory is what is missing."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise DocumentDamaged("its XML is broken, nested too deeply, or has a text without end") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, NotImplementedError) as error:
        raise DocumentDamaged("its parts cannot be unpacked") from error


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Element | None, name: str = "val") -> str:
    """An attribute by its local name, whatever the namespace; "" where it is missing."""
    if element is not None:
        for key, value in element.items():
            if key.rpartition("}")[2] == name:
                return str(value)
    return ""


def number_of(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a small whole number."""
    value = value_of(element, name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child, grandchild … by local names."""
    for name in path:
        if element is None:
            return None
        element = element.find(f"{{*}}{name}")
    return element


def _check(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise DocumentProtected
    if sum(part.file_size for part in parts) > UNPACKED_BYTES or any(map(_is_bomb, parts)):
        raise ReadingTooBig(UNPACKED_BYTES)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _RATIO_FROM_BYTES and part.file_size > _RATIO * max(part.compress_size, 1)


def _inside(folder: PurePosixPath, target: str) -> str:
    """A target as a path from the root of the package."""
    if target.startswith("/"):
        return target[1:]
    parts: list[str] = list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            del parts[-1:]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)


def _refuse_entities(element: Element) -> None:
    """No office program writes a document type: it is there to declare entities."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise DocumentDamaged("its XML declares entities")


def _holds(file: IO[bytes], signs: tuple[bytes, ...]) -> bool:
    longest, rest = max(map(len, signs)), b""
    while chunk := file.read(MEBIBYTE):
        window = rest + chunk
        if any(sign in window for sign in signs):
            return True
        rest = window[-longest:]
    return False
