"""Draw the diagram of the application's tables: ``python scripts/entity_diagram.py > tables.svg``.

The committed copies in the documentation are written by ``python3 run docs``.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def main() -> None:
    """Write the SVG text to standard output."""
    import spravka.all_tables  # noqa: F401
    from scripts.documentation.diagram_svg import draw
    from scripts.documentation.entities import read_entities
    from spravka.database.mapped import Table

    sys.stdout.write(draw(read_entities(Table)))


if __name__ == "__main__":
    main()
