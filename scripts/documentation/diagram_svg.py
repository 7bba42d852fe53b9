"""The diagram as one SVG file that needs nothing else: own styles, own colours for light and dark."""

from collections.abc import Iterator, Sequence
from html import escape

from scripts.documentation.diagram_layout import (
    BOX_WIDTH,
    HEADER_HEIGHT,
    ROW_HEIGHT,
    Box,
    Layout,
    Line,
    Panel,
    lay_out,
)
from scripts.documentation.entities import Attribute, Entity

HUES = (214, 24, 142, 282, 340, 48, 184, 96, 254, 4)

STYLE = """
  :root { --page: #ffffff; --ink: #1d2733; --faint: #66727f; --rule: #d5dbe1; --box: #ffffff;
    --tint: 94%; --deep: 34%; }
  @media (prefers-color-scheme: dark) {
    :root { --page: #14181d; --ink: #e6eaee; --faint: #95a1ad; --rule: #37414b; --box: #1c2229;
      --tint: 13%; --deep: 72%; }
  }
  text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: var(--ink); }
  .page { fill: var(--page); }
  .panel { fill: hsl(var(--hue) 45% var(--tint)); }
  .room { font: 600 14px system-ui, sans-serif; fill: hsl(var(--hue) 55% var(--deep)); }
  .box { fill: var(--box); stroke: hsl(var(--hue) 30% 55%); }
  .name { font-weight: 700; }
  .rule { stroke: var(--rule); }
  .kind, .optional { fill: var(--faint); }
  .reference { fill: hsl(var(--hue) 60% var(--deep)); }
  .key { font-weight: 700; }
  .line { fill: none; stroke: hsl(var(--hue) 45% 52%); stroke-width: 1.4; }
  .arrow { fill: hsl(var(--hue) 45% 52%); }
"""


def draw(entities: Sequence[Entity]) -> str:
    """The SVG text of the diagram of ``entities``."""
    layout = lay_out(entities)
    hue_of = _hues(layout)
    body = [
        _opening(layout),
        f"<style>{STYLE}</style>",
        f'<rect class="page" width="{layout.width}" height="{layout.height}"/>',
        *(_panel(panel, hue_of[panel.room]) for panel in layout.panels),
        *(_line(line, hue_of[line.end.entity.room]) for line in layout.lines),
        *(text for panel in layout.panels for box in panel.boxes for text in _box(box, hue_of, layout)),
        "</svg>",
    ]
    return "\n".join(body) + "\n"


def _opening(layout: Layout) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {layout.width} {layout.height}"'
        f' width="{layout.width}" height="{layout.height}" role="img" aria-label="Tables of Spravka">'
    )


def _hues(layout: Layout) -> dict[str, int]:
    rooms = sorted(panel.room for panel in layout.panels)
    return {room: HUES[number % len(HUES)] for number, room in enumerate(rooms)}


def _panel(panel: Panel, hue: int) -> str:
    return (
        f'<g style="--hue: {hue}"><rect class="panel" x="{panel.x}" y="{panel.y}" width="{panel.width}"'
        f' height="{panel.height}" rx="10"/>'
        f'<text class="room" x="{panel.x + 16}" y="{panel.y + 20}">{escape(panel.room)}</text></g>'
    )


def _line(line: Line, hue: int) -> str:
    path = (
        f"M {line.from_x} {line.from_y} C {line.from_x + line.bend} {line.from_y},"
        f" {line.to_x + line.end_bend} {line.to_y}, {line.to_x} {line.to_y}"
    )
    side = 1 if line.end_bend > 0 else -1
    tip = f"{line.to_x},{line.to_y} {line.to_x + 8 * side},{line.to_y - 4} {line.to_x + 8 * side},{line.to_y + 4}"
    label = f"{line.start.entity.name}.{line.attribute.name} → {line.end.entity.name}"
    return (
        f'<g style="--hue: {hue}"><path class="line" d="{path}"><title>{escape(label)}</title></path>'
        f'<polygon class="arrow" points="{tip}"/></g>'
    )


def _box(box: Box, hue_of: dict[str, int], layout: Layout) -> Iterator[str]:
    entity = box.entity
    room_of = {other.entity.name: panel.room for panel in layout.panels for other in panel.boxes}
    top = box.y + HEADER_HEIGHT
    yield f'<g style="--hue: {hue_of[entity.room]}"><title>{escape(entity.purpose or entity.name)}</title>'
    yield f'<rect class="box" x="{box.x}" y="{box.y}" width="{BOX_WIDTH}" height="{box.height}" rx="5"/>'
    yield f'<text class="name" x="{box.x + 10}" y="{box.y + 17}">{escape(entity.name)}</text>'
    yield f'<line class="rule" x1="{box.x}" y1="{top}" x2="{box.x + BOX_WIDTH}" y2="{top}"/></g>'
    for index, attribute in enumerate(entity.attributes):
        hue = hue_of[room_of[attribute.refers_to]] if attribute.refers_to else hue_of[entity.room]
        yield _row(attribute, box, top + ROW_HEIGHT * index + 14, hue)


def _row(attribute: Attribute, box: Box, y: int, hue: int) -> str:
    name_class = "key" if attribute.is_key else "optional" if attribute.is_nullable else "column"
    right = f"→ {attribute.refers_to}" if attribute.refers_to else short_type(attribute.type_name)
    right_class = "reference" if attribute.refers_to else "kind"
    return (
        f'<text class="{name_class}" x="{box.x + 10}" y="{y}">{escape(attribute.name)}</text>'
        f'<text class="{right_class}" style="--hue: {hue}" x="{box.x + BOX_WIDTH - 10}" y="{y}"'
        f' text-anchor="end">{escape(right)}</text>'
    )


def short_type(type_name: str) -> str:
    """The type as the diagram has room for it: ``timestamp with time zone`` is ``timestamptz``."""
    return type_name.replace("timestamp with time zone", "timestamptz").replace("double precision", "double")
