"""Where each table stands in the diagram, and how the lines between them run. Pure geometry, in pixels.

Rooms are panels that fill columns from left to right. Inside a panel its tables stand one below the other, those
that others refer to first; a tall room takes two stacks side by side. A line leaves a table at the row of its foreign
key and arrives at the header of the table it refers to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.documentation.entities import Attribute, Entity, hubs, rooms_of

ROW_HEIGHT = 19
HEADER_HEIGHT = 26
BOX_WIDTH = 292
BOX_GAP = 22
PANEL_PADDING = 16
PANEL_TITLE = 30
PANEL_GAP = 28
GUTTER = 84
MARGIN = 28
COLUMN_COUNT = 5
TALLEST_STACK = 1200


@dataclass(frozen=True)
class Box:
    """A table's place."""

    entity: Entity
    x: int
    y: int

    @property
    def width(self) -> int:
        return BOX_WIDTH

    @property
    def height(self) -> int:
        return box_height(self.entity)

    def row_middle(self, index: int) -> int:
        """The vertical middle of the row of the column number ``index``."""
        return self.y + HEADER_HEIGHT + ROW_HEIGHT * index + ROW_HEIGHT // 2

    def header_middle(self) -> int:
        return self.y + HEADER_HEIGHT // 2


@dataclass(frozen=True)
class Panel:
    """A room's place, and the places of its tables."""

    room: str
    x: int
    y: int
    width: int
    height: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Line:
    """A foreign key: from the side of a row to the side of the referred table's header."""

    start: Box
    end: Box
    attribute: Attribute
    from_x: int
    from_y: int
    to_x: int
    to_y: int
    bend: int
    """How far, and to which side, the curve leaves its two ends; equal signs make it a bracket."""
    end_bend: int


@dataclass(frozen=True)
class Layout:
    panels: tuple[Panel, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def lay_out(entities: Sequence[Entity]) -> Layout:
    """Places for all ``entities`` and the lines between them; references to hubs are left to the labels."""
    panels = _place_panels(_columns_of_rooms(entities))
    boxes = {box.entity.name: box for panel in panels for box in panel.boxes}
    skipped = hubs(entities)
    lines = tuple(
        _line(box, boxes[attribute.refers_to], index, attribute)
        for box in boxes.values()
        for index, attribute in enumerate(box.entity.attributes)
        if attribute.refers_to and attribute.refers_to not in skipped
    )
    width = max(panel.x + panel.width for panel in panels) + GUTTER // 2 + MARGIN
    height = max(panel.y + panel.height for panel in panels) + MARGIN
    return Layout(panels, lines, width, height)


def box_height(entity: Entity) -> int:
    return HEADER_HEIGHT + ROW_HEIGHT * len(entity.attributes) + 4


def stack_height(entities: Sequence[Entity]) -> int:
    return sum(box_height(entity) + BOX_GAP for entity in entities) - BOX_GAP


@dataclass(frozen=True)
class _Room:
    """A room before it has a place: its tables in one stack or two."""

    name: str
    stacks: tuple[tuple[Entity, ...], ...]

    @property
    def width(self) -> int:
        return len(self.stacks) * (BOX_WIDTH + GUTTER) - GUTTER + 2 * PANEL_PADDING

    @property
    def height(self) -> int:
        return PANEL_TITLE + max(stack_height(stack) for stack in self.stacks) + PANEL_PADDING


def _columns_of_rooms(entities: Sequence[Entity]) -> list[list[_Room]]:
    """Rooms in columns of about equal height, each room as a whole."""
    rooms = _ordered_rooms(entities)
    left = sum(room.height + PANEL_GAP for room in rooms)
    columns: list[list[_Room]] = [[]]
    filled = 0
    for room in rooms:
        height = room.height + PANEL_GAP
        share = (left + filled) / (COLUMN_COUNT - len(columns) + 1)
        if columns[-1] and filled + height / 2 > share and len(columns) < COLUMN_COUNT:
            columns.append([])
            filled = 0
        columns[-1].append(room)
        filled += height
        left -= height
    return columns


def _ordered_rooms(entities: Sequence[Entity]) -> list[_Room]:
    """Rooms that others stand on first, so that lines mostly run from right to left."""
    rooms = rooms_of(entities)
    room_of = {entity.name: entity.room for entity in entities}
    depth = dict.fromkeys(rooms, 0)
    for _ in rooms:
        for room, tables in rooms.items():
            below = {room_of[name] for table in tables for name in table.referred()} - {room}
            below = {other for other in below if not _refers(rooms[other], room, room_of)}
            depth[room] = max([depth[room], *(depth[other] + 1 for other in below)])
    ordered = sorted(rooms.items(), key=lambda item: (depth[item[0]], item[0]))
    return [_Room(room, _stacks(_ordered_tables(tables))) for room, tables in ordered]


def _stacks(tables: list[Entity]) -> tuple[tuple[Entity, ...], ...]:
    """One stack, or two of about equal height where one would be too tall."""
    height = stack_height(tables)
    if height <= TALLEST_STACK:
        return (tuple(tables),)
    cut = next(n for n in range(1, len(tables)) if stack_height(tables[: n + 1]) > height * 0.55)
    return (tuple(tables[:cut]), tuple(tables[cut:]))


def _refers(tables: Iterable[Entity], room: str, room_of: dict[str, str]) -> bool:
    return any(room_of[name] == room for table in tables for name in table.referred())


def _ordered_tables(tables: list[Entity]) -> list[Entity]:
    """Tables that others of the room refer to first."""
    names = {table.name for table in tables}
    ordered: list[Entity] = []
    waiting = list(tables)
    while waiting:
        placed = {table.name for table in ordered}
        free = [table for table in waiting if (table.referred() & names) <= placed] or waiting[:1]
        ordered.append(free[0])
        waiting.remove(free[0])
    return ordered


def _place_panels(columns: list[list[_Room]]) -> tuple[Panel, ...]:
    panels = []
    x = MARGIN
    for rooms in columns:
        y = MARGIN
        for room in rooms:
            panels.append(
                Panel(
                    room.name,
                    x,
                    y,
                    room.width,
                    room.height,
                    tuple(_place_boxes(room, x, y)),
                )
            )
            y += room.height + PANEL_GAP
        x += max(room.width for room in rooms) + GUTTER
    return tuple(panels)


def _place_boxes(room: _Room, panel_x: int, panel_y: int) -> Iterator[Box]:
    for number, stack in enumerate(room.stacks):
        x = panel_x + PANEL_PADDING + number * (BOX_WIDTH + GUTTER)
        y = panel_y + PANEL_TITLE
        for table in stack:
            yield Box(table, x, y)
            y += box_height(table) + BOX_GAP


def _line(start: Box, end: Box, row: int, attribute: Attribute) -> Line:
    from_y, to_y = start.row_middle(row), end.header_middle()
    if start.x == end.x:
        bend = 34 + (row % 5) * 9
        return Line(
            start,
            end,
            attribute,
            start.x + BOX_WIDTH,
            from_y,
            end.x + BOX_WIDTH,
            to_y,
            bend,
            bend,
        )
    if end.x < start.x:
        return Line(
            start,
            end,
            attribute,
            start.x,
            from_y,
            end.x + BOX_WIDTH,
            to_y,
            -GUTTER,
            GUTTER,
        )
    return Line(start, end, attribute, start.x + BOX_WIDTH, from_y, end.x, to_y, GUTTER, -GUTTER)
