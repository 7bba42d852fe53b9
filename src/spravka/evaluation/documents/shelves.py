"""Documents read, cut and shelved in memory, as the product does with its stores."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.encoder import AskedEncoder
from spravka.pages.kinds import media_type_of
from spravka.pages.limits import ReadingLimits
from spravka.pages.reading import read_pages
from spravka.passages.cutting import Cutter
from spravka.passages.passage import Passage
from spravka.passages.shelf import MemoryShelf, document_title, embedded_text

Tell = Callable[[str], None]


class RememberingEncoder:
    """An encoder that encodes a text once: the sentences of a document come back with question after question."""

    def __init__(self, encoder: AskedEncoder) -> None:
        self.name = encoder.name
        self.dimensions = encoder.dimensions
        self._encoder = encoder
        self._known: dict[str, NDArray[np.float32]] = {}
        self._asked: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return _remembered(self._known, texts, self._encoder.encode)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return _remembered(self._asked, texts, self._encoder.encode_queries)


def shelve(file: Path, encoder: AskedEncoder | None) -> MemoryShelf:
    """The passages of a document, with their vectors where there is an encoder."""
    passages = cut(file)
    vectors = None if encoder is None else encoder.encode([embedded_text(passage) for passage in passages])
    titles = [document_title(file.name, passages[0])] * len(passages) if passages else None
    return MemoryShelf(passages, vectors, titles)


def cut(file: Path) -> list[Passage]:
    """The passages of a document."""
    cutter = Cutter()
    pages = read_pages(file, media_type_of(file, file.name), ReadingLimits())
    return [passage for page in pages for passage in cutter.add(page)] + cutter.finish()


def _remembered(
    known: dict[str, NDArray[np.float32]],
    texts: Sequence[str],
    encode: Callable[[Sequence[str]], NDArray[np.float32]],
) -> NDArray[np.float32]:
    unknown = [text for text in dict.fromkeys(texts) if text not in known]
    if unknown:
        known.update(zip(unknown, encode(unknown), strict=True))
    return np.stack([known[text] for text in texts]) if texts else encode([])
