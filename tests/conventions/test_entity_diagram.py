"""The diagram of tables can be read: nothing lies on anything else, and every table is there."""

import itertools
from xml.etree import ElementTree

import pytest
from scripts.documentation.diagram_layout import Box, Layout, Panel, lay_out
from scripts.documentation.diagram_svg import draw
from scripts.documentation.entities import Attribute, Entity, hubs, read_entities

import spravka.all_tables  # noqa: F401
from spravka.database.mapped import Table

SVG = "{http://www.w3.org/2000/svg}"


def entity(name: str, room: str, *referred: str, columns: int = 3) -> Entity:
    attributes = [Attribute(f"{other}_id", "bigint", False, False, None, other) for other in referred]
    attributes += [Attribute(f"column_{n}", "text", n == 0, False, None, None) for n in range(columns)]
    return Entity(name, room, "", tuple(attributes), ())


@pytest.fixture(scope="module")
def layout() -> Layout:
    return lay_out(read_entities(Table))


def overlap(first: Box | Panel, second: Box | Panel) -> bool:
    return (
        first.x < second.x + second.width
        and second.x < first.x + first.width
        and first.y < second.y + second.height
        and second.y < first.y + first.height
    )


def test_every_table_of_the_metadata_is_drawn() -> None:
    texts = {node.text for node in ElementTree.fromstring(draw(read_entities(Table))).iter(f"{SVG}text")}
    assert set(Table.metadata.tables) <= texts


def test_no_box_and_no_panel_lies_on_another(layout: Layout) -> None:
    boxes = [box for panel in layout.panels for box in panel.boxes]
    assert not any(overlap(*pair) for pair in itertools.combinations(boxes, 2))
    assert not any(overlap(*pair) for pair in itertools.combinations(layout.panels, 2))


def test_a_box_stands_inside_the_panel_of_its_room(layout: Layout) -> None:
    for panel in layout.panels:
        for box in panel.boxes:
            assert panel.room == box.entity.room
            assert panel.x < box.x and box.x + box.width < panel.x + panel.width
            assert panel.y < box.y and box.y + box.height < panel.y + panel.height


def test_everything_is_on_the_sheet(layout: Layout) -> None:
    assert all(panel.x + panel.width <= layout.width for panel in layout.panels)
    assert all(panel.y + panel.height <= layout.height for panel in layout.panels)


def test_a_line_leaves_the_row_of_its_key_and_arrives_at_the_header_it_names(layout: Layout) -> None:
    assert layout.lines
    for line in layout.lines:
        assert line.attribute.refers_to == line.end.entity.name
        assert line.start.y < line.from_y < line.start.y + line.start.height
        assert line.to_y == line.end.header_middle()


def test_a_table_that_many_refer_to_is_told_in_words_not_in_lines() -> None:
    tables = [entity("tenant", "tenants"), *(entity(f"t{n}", "rooms", "tenant") for n in range(8))]
    assert hubs(tables) == {"tenant"}
    assert lay_out(tables).lines == ()
    assert draw(tables).count("→ tenant") == 8


def test_a_table_may_refer_to_itself() -> None:
    assert len(lay_out([entity("message", "chat", "message")]).lines) == 1


def test_a_tall_room_takes_two_stacks() -> None:
    tables = [entity(f"t{n}", "room", columns=20) for n in range(6)]
    assert len({box.x for box in lay_out(tables).panels[0].boxes}) == 2


def test_the_diagram_needs_nothing_but_itself() -> None:
    text = draw(read_entities(Table))
    assert "href" not in text and "url(" not in text and "@import" not in text


def test_names_cannot_break_the_drawing() -> None:
    ElementTree.fromstring(draw([entity('a<b>&"c"', "room<1>")]))
