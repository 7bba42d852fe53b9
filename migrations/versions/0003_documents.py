"""The document assistant: folders, pages, passages and answers from documents; jobs that let others go first."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gin")
    op.create_table(
        "document_answer",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("previous_answer_id", sa.BigInteger(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), server_default="en", nullable=False),
        sa.Column("scope", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column("is_quoted_only", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "running",
                "answered",
                "not_found",
                "not_ready",
                "failed",
                "cancelled",
                name="documentanswerstate",
                native_enum=False,
                length=20,
            ),
            server_default="running",
            nullable=False,
        ),
        sa.Column("stages", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("sentences", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column(
            "quotations", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False
        ),
        sa.Column("details", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("problem", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("cancel_requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("alive_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["previous_answer_id"],
            ["document_answer.id"],
            name=op.f("fk_document_answer_previous_answer_id_document_answer"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_document_answer_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_document_answer_user_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_answer")),
    )
    op.create_index(
        op.f("ix_document_answer_previous_answer_id"), "document_answer", ["previous_answer_id"], unique=False
    )
    op.create_index("ix_document_answer_tenant_id_id", "document_answer", ["tenant_id", "id"], unique=False)
    op.create_index(op.f("ix_document_answer_user_id"), "document_answer", ["user_id"], unique=False)
    op.create_table(
        "folder",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["folder.id"], name=op.f("fk_folder_parent_id_folder"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_folder_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_folder")),
        sa.UniqueConstraint(
            "tenant_id",
            "parent_id",
            "name",
            name=op.f("uq_folder_tenant_id_parent_id_name"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_folder_parent_id"), "folder", ["parent_id"], unique=False)
    op.create_table(
        "document_page",
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "layer",
            sa.Enum(
                "original",
                "repaired",
                "recognised",
                "needs_recognition",
                "empty",
                name="textlayer",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("width", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["file.id"], name=op.f("fk_document_page_file_id_file"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("file_id", "number", name=op.f("pk_document_page")),
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("prose", "table", "contents", name="passagekind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("lemmas", postgresql.TSVECTOR(), nullable=False),
        sa.Column("is_embedded", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["file.id"], name=op.f("fk_passage_file_id_file"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_passage_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
        sa.UniqueConstraint("file_id", "ordinal", name=op.f("uq_passage_file_id_ordinal")),
    )
    op.create_index("ix_passage_lemmas", "passage", ["tenant_id", "lemmas"], unique=False, postgresql_using="gin")
    op.create_index(
        "ix_passage_not_embedded",
        "passage",
        ["file_id", "id"],
        unique=False,
        postgresql_where=sa.text("NOT is_embedded"),
    )
    op.add_column("file", sa.Column("folder_id", sa.BigInteger(), nullable=True))
    op.add_column("file", sa.Column("page_count", sa.Integer(), nullable=True))
    op.add_column("file", sa.Column("ready_page_count", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column(
        "file", sa.Column("unrecognised_page_count", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.add_column("file", sa.Column("passage_count", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("file", sa.Column("is_stale", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("file", sa.Column("vectors_key", sa.String(length=100), nullable=True))
    op.add_column("file", sa.Column("encoder", sa.String(length=64), nullable=True))
    op.add_column("file", sa.Column("job_id", sa.BigInteger(), nullable=True))
    op.add_column("file", sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True))
    op.alter_column(
        "file",
        "status",
        existing_type=sa.VARCHAR(length=16),
        type_=sa.Enum(
            "queued",
            "reading",
            "embedding",
            "ready",
            "failed",
            "stopped",
            name="filestatus",
            native_enum=False,
            length=20,
        ),
        existing_nullable=False,
        existing_server_default=sa.text("'queued'::character varying"),
    )
    op.alter_column(
        "file",
        "status_reason",
        existing_type=sa.TEXT(),
        type_=postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
        existing_nullable=True,
        postgresql_using="NULL::jsonb",
    )
    op.create_index("ix_file_content_hash", "file", ["content_hash"], unique=False)
    op.create_index(op.f("ix_file_folder_id"), "file", ["folder_id"], unique=False)
    op.create_index(op.f("ix_file_job_id"), "file", ["job_id"], unique=False)
    op.create_index("ix_file_tenant_id_id", "file", ["tenant_id", "id"], unique=False)
    op.create_foreign_key(op.f("fk_file_job_id_job"), "file", "job", ["job_id"], ["id"], ondelete="SET NULL")
    op.create_foreign_key(
        op.f("fk_file_folder_id_folder"), "file", "folder", ["folder_id"], ["id"], ondelete="SET NULL"
    )
    op.add_column("job", sa.Column("put_back_count", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("message", sa.Column("document_answer_id", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_message_document_answer_id"), "message", ["document_answer_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_message_document_answer_id_document_answer"),
        "message",
        "document_answer",
        ["document_answer_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.drop_index("uq_file_tenant_id_content_hash", table_name="file")
    op.create_index(
        "uq_file_tenant_id_content_hash",
        "file",
        ["tenant_id", "content_hash"],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("uq_file_tenant_id_content_hash", table_name="file", postgresql_where=sa.text("deleted_at IS NULL"))
    op.create_index("uq_file_tenant_id_content_hash", "file", ["tenant_id", "content_hash"], unique=True)
    op.drop_constraint(op.f("fk_message_document_answer_id_document_answer"), "message", type_="foreignkey")
    op.drop_index(op.f("ix_message_document_answer_id"), table_name="message")
    op.drop_column("message", "document_answer_id")
    op.drop_column("job", "put_back_count")
    op.drop_constraint(op.f("fk_file_folder_id_folder"), "file", type_="foreignkey")
    op.drop_constraint(op.f("fk_file_job_id_job"), "file", type_="foreignkey")
    op.drop_index("ix_file_tenant_id_id", table_name="file")
    op.drop_index(op.f("ix_file_job_id"), table_name="file")
    op.drop_index(op.f("ix_file_folder_id"), table_name="file")
    op.drop_index("ix_file_content_hash", table_name="file")
    op.alter_column(
        "file",
        "status_reason",
        existing_type=postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
        type_=sa.TEXT(),
        existing_nullable=True,
        postgresql_using="status_reason::text",
    )
    op.alter_column(
        "file",
        "status",
        existing_type=sa.Enum(
            "queued",
            "reading",
            "embedding",
            "ready",
            "failed",
            "stopped",
            name="filestatus",
            native_enum=False,
            length=20,
        ),
        type_=sa.VARCHAR(length=16),
        existing_nullable=False,
        existing_server_default=sa.text("'queued'::character varying"),
    )
    op.drop_column("file", "deleted_at")
    op.drop_column("file", "job_id")
    op.drop_column("file", "encoder")
    op.drop_column("file", "vectors_key")
    op.drop_column("file", "is_stale")
    op.drop_column("file", "passage_count")
    op.drop_column("file", "unrecognised_page_count")
    op.drop_column("file", "ready_page_count")
    op.drop_column("file", "page_count")
    op.drop_column("file", "folder_id")
    op.drop_index("ix_passage_not_embedded", table_name="passage", postgresql_where=sa.text("NOT is_embedded"))
    op.drop_index("ix_passage_lemmas", table_name="passage", postgresql_using="gin")
    op.drop_table("passage")
    op.drop_table("document_page")
    op.drop_index(op.f("ix_folder_parent_id"), table_name="folder")
    op.drop_table("folder")
    op.drop_index(op.f("ix_document_answer_user_id"), table_name="document_answer")
    op.drop_index("ix_document_answer_tenant_id_id", table_name="document_answer")
    op.drop_index(op.f("ix_document_answer_previous_answer_id"), table_name="document_answer")
    op.drop_table("document_answer")
