"""Rows of one name in a run are found without reading the run: a decision takes them along."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_mapping_row_mapping_run_id_name_hash", "mapping_row", ["mapping_run_id", sa.literal_column("md5(name)")]
    )


def downgrade() -> None:
    op.drop_index("ix_mapping_row_mapping_run_id_name_hash", "mapping_row")
