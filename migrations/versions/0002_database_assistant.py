"""The database assistant: connected databases, answers, examples, and what language models cost."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "llm_call",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("purpose", sa.String(length=64), nullable=False),
        sa.Column("llm_name", sa.String(length=200), nullable=False),
        sa.Column("sent_tokens", sa.Integer(), nullable=False),
        sa.Column("received_tokens", sa.Integer(), nullable=False),
        sa.Column("is_estimated", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum("started", "answered", "failed", "abandoned", name="outcome", native_enum=False, length=16),
            server_default="started",
            nullable=False,
        ),
        sa.Column("problem", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_llm_call_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_call")),
    )
    op.create_index("ix_llm_call_tenant_id_created_at", "llm_call", ["tenant_id", "created_at"], unique=False)
    op.create_index("ix_llm_call_tenant_id_id", "llm_call", ["tenant_id", "id"], unique=False)
    op.create_table(
        "llm_limit",
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("tokens_a_day", sa.BigInteger(), nullable=True),
        sa.Column("tokens_a_month", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("tokens_a_day >= 0", name=op.f("ck_llm_limit_tokens_a_day")),
        sa.CheckConstraint("tokens_a_month >= 0", name=op.f("ck_llm_limit_tokens_a_month")),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_llm_limit_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_llm_limit")),
    )
    op.create_table(
        "connected_database",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("fields", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column("is_write_allowed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("rights", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "privacy",
            sa.Enum("schema-only", "schema-and-values", "rows-too", name="privacy", native_enum=False, length=32),
            server_default="schema-only",
            nullable=False,
        ),
        sa.Column(
            "reader",
            sa.Enum("grammar", "llm", "both", name="readerchoice", native_enum=False, length=32),
            server_default="both",
            nullable=False,
        ),
        sa.Column(
            "hidden_columns", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False
        ),
        sa.Column(
            "excluded_columns", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False
        ),
        sa.Column("structure", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("values_key", sa.String(length=100), nullable=True),
        sa.Column("knowledge_version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "learning",
            sa.Enum("waiting", "ready", "failed", name="learningstate", native_enum=False, length=32),
            server_default="waiting",
            nullable=False,
        ),
        sa.Column("learning_problem", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("learning_job_id", sa.BigInteger(), nullable=True),
        sa.Column("learned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["learning_job_id"], ["job.id"], name=op.f("fk_connected_database_learning_job_id_job"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_connected_database_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_connected_database")),
        sa.UniqueConstraint("tenant_id", name=op.f("uq_connected_database_tenant_id")),
    )
    op.create_index(
        op.f("ix_connected_database_learning_job_id"), "connected_database", ["learning_job_id"], unique=False
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("database_id", sa.BigInteger(), nullable=True),
        sa.Column("previous_answer_id", sa.BigInteger(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("edited_sql", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=2), server_default="en", nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "running",
                "answered",
                "declined",
                "failed",
                "cancelled",
                name="answerstate",
                native_enum=False,
                length=32,
            ),
            server_default="running",
            nullable=False,
        ),
        sa.Column("stages", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("plan", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("sql", sa.Text(), nullable=True),
        sa.Column("columns", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("rows", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("is_truncated", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("details", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("problem", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("cancel_requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("alive_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["database_id"],
            ["connected_database.id"],
            name=op.f("fk_answer_database_id_connected_database"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["previous_answer_id"], ["answer.id"], name=op.f("fk_answer_previous_answer_id_answer"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_answer_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_answer_user_id_user"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_database_id"), "answer", ["database_id"], unique=False)
    op.create_index(op.f("ix_answer_previous_answer_id"), "answer", ["previous_answer_id"], unique=False)
    op.create_index("ix_answer_tenant_id_id", "answer", ["tenant_id", "id"], unique=False)
    op.create_index(op.f("ix_answer_user_id"), "answer", ["user_id"], unique=False)
    op.create_table(
        "glossary_term",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("database_id", sa.BigInteger(), nullable=False),
        sa.Column("term", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("table_key", sa.String(length=255), nullable=False),
        sa.Column("column_name", sa.String(length=255), server_default="", nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.Column("aggregate", sa.String(length=16), server_default="", nullable=False),
        sa.Column("formula", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("created_by_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user.id"], name=op.f("fk_glossary_term_created_by_id_user"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["database_id"],
            ["connected_database.id"],
            name=op.f("fk_glossary_term_database_id_connected_database"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_glossary_term")),
        sa.UniqueConstraint("database_id", "term", name=op.f("uq_glossary_term_database_id_term")),
    )
    op.create_index(op.f("ix_glossary_term_created_by_id"), "glossary_term", ["created_by_id"], unique=False)
    op.create_table(
        "remembered_choice",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("database_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("chosen_by_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["chosen_by_id"], ["user.id"], name=op.f("fk_remembered_choice_chosen_by_id_user"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["database_id"],
            ["connected_database.id"],
            name=op.f("fk_remembered_choice_database_id_connected_database"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_choice")),
        sa.UniqueConstraint("database_id", "words", name=op.f("uq_remembered_choice_database_id_words")),
    )
    op.create_index(op.f("ix_remembered_choice_chosen_by_id"), "remembered_choice", ["chosen_by_id"], unique=False)
    op.create_table(
        "row_filter",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("database_id", sa.BigInteger(), nullable=False),
        sa.Column("table_key", sa.String(length=255), nullable=False),
        sa.Column("column_name", sa.String(length=255), nullable=False),
        sa.Column("operator", sa.String(length=16), nullable=False),
        sa.Column("values", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column("user_attribute", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["database_id"],
            ["connected_database.id"],
            name=op.f("fk_row_filter_database_id_connected_database"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_filter")),
    )
    op.create_index("ix_row_filter_database_id_id", "row_filter", ["database_id", "id"], unique=False)
    op.create_table(
        "value_index",
        sa.Column("database_id", sa.BigInteger(), nullable=False),
        sa.Column("table_key", sa.String(length=255), nullable=False),
        sa.Column("column_name", sa.String(length=255), nullable=False),
        sa.Column("value_count", sa.Integer(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["database_id"],
            ["connected_database.id"],
            name=op.f("fk_value_index_database_id_connected_database"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("database_id", "table_key", "column_name", name=op.f("pk_value_index")),
    )
    op.create_table(
        "example",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("database_id", sa.BigInteger(), nullable=False),
        sa.Column("answer_id", sa.BigInteger(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("plan", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("sql", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("candidate", "approved", "rejected", name="examplestate", native_enum=False, length=32),
            server_default="candidate",
            nullable=False,
        ),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expected", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("replayed", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column(
            "replay_state",
            sa.Enum("same", "changed", "failed", name="replaystate", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("replayed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_example_answer_id_answer"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["database_id"],
            ["connected_database.id"],
            name=op.f("fk_example_database_id_connected_database"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["user.id"], name=op.f("fk_example_decided_by_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_example")),
        sa.UniqueConstraint("answer_id", name=op.f("uq_example_answer_id")),
    )
    op.create_index("ix_example_database_id_state_id", "example", ["database_id", "state", "id"], unique=False)
    op.create_index(op.f("ix_example_decided_by_id"), "example", ["decided_by_id"], unique=False)
    op.add_column("message", sa.Column("answer_id", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_message_answer_id"), "message", ["answer_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_message_answer_id_answer"), "message", "answer", ["answer_id"], ["id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_message_answer_id_answer"), "message", type_="foreignkey")
    op.drop_index(op.f("ix_message_answer_id"), table_name="message")
    op.drop_column("message", "answer_id")
    op.drop_index(op.f("ix_example_decided_by_id"), table_name="example")
    op.drop_index("ix_example_database_id_state_id", table_name="example")
    op.drop_table("example")
    op.drop_table("value_index")
    op.drop_index("ix_row_filter_database_id_id", table_name="row_filter")
    op.drop_table("row_filter")
    op.drop_index(op.f("ix_remembered_choice_chosen_by_id"), table_name="remembered_choice")
    op.drop_table("remembered_choice")
    op.drop_index(op.f("ix_glossary_term_created_by_id"), table_name="glossary_term")
    op.drop_table("glossary_term")
    op.drop_index(op.f("ix_answer_user_id"), table_name="answer")
    op.drop_index("ix_answer_tenant_id_id", table_name="answer")
    op.drop_index(op.f("ix_answer_previous_answer_id"), table_name="answer")
    op.drop_index(op.f("ix_answer_database_id"), table_name="answer")
    op.drop_table("answer")
    op.drop_index(op.f("ix_connected_database_learning_job_id"), table_name="connected_database")
    op.drop_table("connected_database")
    op.drop_table("llm_limit")
    op.drop_index("ix_llm_call_tenant_id_id", table_name="llm_call")
    op.drop_index("ix_llm_call_tenant_id_created_at", table_name="llm_call")
    op.drop_table("llm_call")
