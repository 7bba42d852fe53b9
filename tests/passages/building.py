"""Small pages and passages to test with."""

from collections.abc import Iterable

from spravka.pages.page import Block, BlockKind, Page
from spravka.passages.cutting import Cutter
from spravka.passages.passage import Passage
from spravka.passages.shelf import MemoryShelf

HEADING, PARAGRAPH, RUNNING = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.RUNNING_TITLE
ITEM, HEADER, ROW, CONTENTS = BlockKind.LIST_ITEM, BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW, BlockKind.CONTENTS

Told = tuple[BlockKind, str] | tuple[BlockKind, str, int]


def page(number: int, *told: Told, goes_on: bool = False) -> Page:
    """A page of blocks, each a kind, its text, and for a heading its level; ``_`` is an empty piece of a word."""
    words: list[str] = []
    blocks: list[Block] = []
    for kind, text, *level in told:
        first = len(words)
        words += ["" if word == "_" else word for word in text.split()]
        continued = goes_on and not blocks
        blocks.append(Block(kind, first, len(words), sum(level), starts_mid_sentence=continued))
    return Page(number, tuple(words), None, tuple(blocks))


def cut(pages: Iterable[Page], target_words: int = 120, longest_words: int = 180) -> list[Passage]:
    """All passages of the pages."""
    cutter = Cutter(target_words, longest_words)
    return [passage for one in pages for passage in cutter.add(one)] + cutter.finish()


def passage(text: str) -> Passage:
    """One passage of one page, its sentences found."""
    (only,) = cut([page(1, (PARAGRAPH, text))], target_words=10_000, longest_words=10_000)
    return only


CONTRACT = (
    page(
        1,
        (CONTENTS, "1 Предмет договора . . . . 2"),
        (CONTENTS, "2 Сроки поставки . . . . 2"),
        (CONTENTS, "3 Ответственность сторон . . . . 3"),
    ),
    page(
        2,
        (HEADING, "1 Предмет договора", 1),
        (
            PARAGRAPH,
            "Поставщик ООО «Ромашка» обязуется передать трубы стальные по ГОСТ 8732-78, а Покупатель принять их.",
        ),
        (HEADING, "2 Сроки поставки", 1),
        (PARAGRAPH, "Товар поставляется не позднее 15 марта 2024 года. Досрочная поставка допускается. См. п. 4.2."),
    ),
    page(
        3,
        (HEADING, "3 Ответственность сторон", 1),
        (PARAGRAPH, "За просрочку Поставщик уплачивает неустойку 0,1 % от цены. Аванс не возвращается."),
        (PARAGRAPH, "Споры рассматривает Арбитражный суд в Казани, потому что там находится Покупатель."),
    ),
)


def contract() -> MemoryShelf:
    """A small contract of three pages, without vectors."""
    return MemoryShelf(cut(CONTRACT))
