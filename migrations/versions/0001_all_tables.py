"""All tables of the first release."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.create_table(
        "mode",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "name",
            sa.Enum("databases", "documents", "nomenclature", name="modename", native_enum=False, length=32),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mode")),
        sa.UniqueConstraint("name", name=op.f("uq_mode_name")),
    )
    op.create_table(
        "tenant",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("slug", sa.String(length=63), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("database_address_encrypted", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant")),
        sa.UniqueConstraint("slug", name=op.f("uq_tenant_slug")),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("full_name", sa.String(length=200), nullable=True),
        sa.Column("password_hash", sa.String(length=100), nullable=False),
        sa.Column("is_platform_admin", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
    )
    op.create_index("uq_user_email_lower", "user", [sa.literal_column("lower(email)")], unique=True)
    op.create_table(
        "api_key",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("created_by_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("prefix", sa.String(length=16), nullable=False),
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user.id"], name=op.f("fk_api_key_created_by_id_user"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_api_key_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_api_key_key_hash")),
    )
    op.create_index(op.f("ix_api_key_created_by_id"), "api_key", ["created_by_id"], unique=False)
    op.create_index("ix_api_key_tenant_id_id", "api_key", ["tenant_id", "id"], unique=False)
    op.create_index(
        "uq_api_key_tenant_id_name",
        "api_key",
        ["tenant_id", "name"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "catalogue",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("slug", sa.String(length=63), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("accept_from", sa.Double(), server_default=sa.text("0.9"), nullable=False),
        sa.Column("no_item_below", sa.Double(), server_default=sa.text("0.1"), nullable=False),
        sa.Column("index_key", sa.String(length=100), nullable=True),
        sa.Column("indexed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_catalogue_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue")),
        sa.UniqueConstraint("tenant_id", "slug", name=op.f("uq_catalogue_tenant_id_slug")),
    )
    op.create_table(
        "chat",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("mode_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=200), server_default="", nullable=False),
        sa.Column("is_favourite", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["mode_id"], ["mode.id"], name=op.f("fk_chat_mode_id_mode")),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_chat_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_chat_user_id_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat")),
    )
    op.create_index(op.f("ix_chat_mode_id"), "chat", ["mode_id"], unique=False)
    op.create_index("ix_chat_tenant_id_user_id_id", "chat", ["tenant_id", "user_id", "id"], unique=False)
    op.create_index(op.f("ix_chat_user_id"), "chat", ["user_id"], unique=False)
    op.create_table(
        "database_prediction_config",
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("has_data_check", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("has_sql_description", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("has_alternative_questions", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_database_prediction_config_user_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_database_prediction_config")),
    )
    op.create_table(
        "file",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("uploaded_by_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("content_type", sa.String(length=100), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=16), server_default="queued", nullable=False),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_file_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["user.id"], name=op.f("fk_file_uploaded_by_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
    )
    op.create_index(op.f("ix_file_uploaded_by_id"), "file", ["uploaded_by_id"], unique=False)
    op.create_index("uq_file_tenant_id_content_hash", "file", ["tenant_id", "content_hash"], unique=True)
    op.create_table(
        "job",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("queue", sa.String(length=64), nullable=False),
        sa.Column("arguments", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "queued",
                "started",
                "finished",
                "failed",
                "cancelled",
                name="jobstatus",
                native_enum=False,
                length=16,
            ),
            server_default="queued",
            nullable=False,
        ),
        sa.Column("stage", sa.String(length=64), nullable=True),
        sa.Column("ready_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("total_count", sa.Integer(), nullable=True),
        sa.Column("problem", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("attempt", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("cancel_requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("alive_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_job_tenant_id_tenant"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_job_user_id_user"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index("ix_job_tenant_id_id", "job", ["tenant_id", "id"], unique=False)
    op.create_index(
        "ix_job_unfinished",
        "job",
        ["status"],
        unique=False,
        postgresql_where=sa.text("status IN ('queued', 'started')"),
    )
    op.create_index(op.f("ix_job_user_id"), "job", ["user_id"], unique=False)
    op.create_table(
        "mode_tenant",
        sa.Column("mode_id", sa.BigInteger(), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["mode_id"], ["mode.id"], name=op.f("fk_mode_tenant_mode_id_mode"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_mode_tenant_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mode_id", "tenant_id", name=op.f("pk_mode_tenant")),
    )
    op.create_index(op.f("ix_mode_tenant_tenant_id"), "mode_tenant", ["tenant_id"], unique=False)
    op.create_table(
        "prompt",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("table_name", sa.String(length=255), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_by_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user.id"], name=op.f("fk_prompt_created_by_id_user"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_prompt_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompt")),
        sa.UniqueConstraint("tenant_id", "table_name", "version", name=op.f("uq_prompt_tenant_id_table_name_version")),
    )
    op.create_index(op.f("ix_prompt_created_by_id"), "prompt", ["created_by_id"], unique=False)
    op.create_index(
        "uq_prompt_active",
        "prompt",
        ["tenant_id", "table_name"],
        unique=True,
        postgresql_where=sa.text("is_active"),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=True),
        sa.Column("refresh_hash", sa.String(length=64), nullable=False),
        sa.Column("previous_refresh_hash", sa.String(length=64), nullable=True),
        sa.Column("rotated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_sign_in_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_sign_in_user_id_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("refresh_hash", name=op.f("uq_sign_in_refresh_hash")),
    )
    op.create_index(op.f("ix_sign_in_previous_refresh_hash"), "sign_in", ["previous_refresh_hash"], unique=False)
    op.create_index(op.f("ix_sign_in_tenant_id"), "sign_in", ["tenant_id"], unique=False)
    op.create_index(op.f("ix_sign_in_user_id"), "sign_in", ["user_id"], unique=False)
    op.create_table(
        "user_tenant",
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("admin", "expert", "member", name="role", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_user_tenant_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_user_tenant_user_id_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "tenant_id", name=op.f("pk_user_tenant")),
    )
    op.create_index(op.f("ix_user_tenant_tenant_id"), "user_tenant", ["tenant_id"], unique=False)
    op.create_table(
        "audit_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("api_key_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(length=100), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column(
            "facts",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["api_key_id"],
            ["api_key.id"],
            name=op.f("fk_audit_event_api_key_id_api_key"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_audit_event_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_audit_event_user_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(op.f("ix_audit_event_api_key_id"), "audit_event", ["api_key_id"], unique=False)
    op.create_index("ix_audit_event_tenant_id_id", "audit_event", ["tenant_id", "id"], unique=False)
    op.create_index(op.f("ix_audit_event_user_id"), "audit_event", ["user_id"], unique=False)
    op.create_table(
        "catalogue_group",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("catalogue_id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=True),
        sa.Column("parent_code", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_catalogue_group_catalogue_id_catalogue"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_group")),
        sa.UniqueConstraint("catalogue_id", "code", name=op.f("uq_catalogue_group_catalogue_id_code")),
    )
    op.create_table(
        "catalogue_import",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("catalogue_id", sa.BigInteger(), nullable=False),
        sa.Column("job_id", sa.BigInteger(), nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("sheet_name", sa.String(length=255), nullable=True),
        sa.Column("columns", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column("removes_absent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("unchanged_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("removed_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("rejected_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ready_row_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_catalogue_import_catalogue_id_catalogue"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job.id"], name=op.f("fk_catalogue_import_job_id_job"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_import")),
    )
    op.create_index("ix_catalogue_import_catalogue_id_id", "catalogue_import", ["catalogue_id", "id"], unique=False)
    op.create_index(op.f("ix_catalogue_import_job_id"), "catalogue_import", ["job_id"], unique=False)
    op.create_table(
        "catalogue_item",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("catalogue_id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("group_code", sa.String(length=100), nullable=False),
        sa.Column("unit", sa.String(length=50), nullable=True),
        sa.Column("is_embedded", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_catalogue_item_catalogue_id_catalogue"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_item")),
        sa.UniqueConstraint("catalogue_id", "code", name=op.f("uq_catalogue_item_catalogue_id_code")),
    )
    op.create_index(
        "ix_catalogue_item_catalogue_id_group_code_id",
        "catalogue_item",
        ["catalogue_id", "group_code", "id"],
        unique=False,
    )
    op.create_index(
        "ix_catalogue_item_name_trigrams",
        "catalogue_item",
        ["name"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"name": "gin_trgm_ops"},
    )
    op.create_index(
        "ix_catalogue_item_not_embedded",
        "catalogue_item",
        ["catalogue_id", "id"],
        unique=False,
        postgresql_where=sa.text("NOT is_embedded AND deleted_at IS NULL"),
    )
    op.create_table(
        "classifier_version",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("catalogue_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("ready", "active", "retired", name="classifierstatus", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("arrays_key", sa.String(length=100), nullable=False),
        sa.Column("accuracy", sa.Double(), nullable=True),
        sa.Column("macro_f1", sa.Double(), nullable=True),
        sa.Column("held_out_count", sa.Integer(), nullable=False),
        sa.Column("item_count", sa.Integer(), nullable=False),
        sa.Column("confirmed_count", sa.Integer(), nullable=False),
        sa.Column("group_count", sa.Integer(), nullable=False),
        sa.Column("training_seconds", sa.Double(), nullable=False),
        sa.Column("trained_by_job_id", sa.BigInteger(), nullable=True),
        sa.Column("promoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_classifier_version_catalogue_id_catalogue"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["trained_by_job_id"],
            ["job.id"],
            name=op.f("fk_classifier_version_trained_by_job_id_job"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classifier_version")),
        sa.UniqueConstraint("catalogue_id", "version", name=op.f("uq_classifier_version_catalogue_id_version")),
    )
    op.create_index(
        op.f("ix_classifier_version_trained_by_job_id"),
        "classifier_version",
        ["trained_by_job_id"],
        unique=False,
    )
    op.create_index(
        "uq_classifier_version_active",
        "classifier_version",
        ["catalogue_id"],
        unique=True,
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_table(
        "mapping_run",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tenant_id", sa.BigInteger(), nullable=False),
        sa.Column("catalogue_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("job_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=True),
        sa.Column("header", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column("name_column", sa.Integer(), nullable=False),
        sa.Column("candidate_count", sa.Integer(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column(
            "notes",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            server_default=sa.text("'[]'"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_mapping_run_catalogue_id_catalogue"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_mapping_run_job_id_job")),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_mapping_run_tenant_id_tenant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_mapping_run_user_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mapping_run")),
    )
    op.create_index(op.f("ix_mapping_run_catalogue_id"), "mapping_run", ["catalogue_id"], unique=False)
    op.create_index(op.f("ix_mapping_run_job_id"), "mapping_run", ["job_id"], unique=False)
    op.create_index("ix_mapping_run_tenant_id_id", "mapping_run", ["tenant_id", "id"], unique=False)
    op.create_index(op.f("ix_mapping_run_user_id"), "mapping_run", ["user_id"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("connected_message_id", sa.BigInteger(), nullable=True),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("sql", sa.Text(), nullable=True),
        sa.Column("table", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("source", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_message_chat_id_chat"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["connected_message_id"],
            ["message.id"],
            name=op.f("fk_message_connected_message_id_message"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    op.create_index("ix_message_chat_id_id", "message", ["chat_id", "id"], unique=False)
    op.create_index(op.f("ix_message_connected_message_id"), "message", ["connected_message_id"], unique=False)
    op.create_table(
        "confirmed_match",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("catalogue_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("normalised_name", sa.Text(), nullable=False),
        sa.Column(
            "normalised_hash",
            sa.String(length=32),
            sa.Computed("md5(normalised_name)", persisted=True),
            nullable=False,
        ),
        sa.Column("confirmed_by_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_confirmed_match_catalogue_id_catalogue"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"],
            ["user.id"],
            name=op.f("fk_confirmed_match_confirmed_by_id_user"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["catalogue_item.id"],
            name=op.f("fk_confirmed_match_item_id_catalogue_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmed_match")),
        sa.UniqueConstraint(
            "catalogue_id", "normalised_hash", name=op.f("uq_confirmed_match_catalogue_id_normalised_hash")
        ),
    )
    op.create_index("ix_confirmed_match_catalogue_id_id", "confirmed_match", ["catalogue_id", "id"], unique=False)
    op.create_index(op.f("ix_confirmed_match_confirmed_by_id"), "confirmed_match", ["confirmed_by_id"], unique=False)
    op.create_index(op.f("ix_confirmed_match_item_id"), "confirmed_match", ["item_id"], unique=False)
    op.create_table(
        "import_rejection",
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("cells", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["catalogue_import.id"],
            name=op.f("fk_import_rejection_import_id_catalogue_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("import_id", "row_number", name=op.f("pk_import_rejection")),
    )
    op.create_table(
        "mapping_row",
        sa.Column("mapping_run_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("file_row_number", sa.Integer(), nullable=True),
        sa.Column("cells", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "pending",
                "accepted",
                "needs_review",
                "no_such_item",
                name="rowdecision",
                native_enum=False,
                length=16,
            ),
            server_default="pending",
            nullable=False,
        ),
        sa.Column("group_code", sa.String(length=100), nullable=True),
        sa.Column("group_confidence", sa.Double(), nullable=True),
        sa.Column("groups", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("item_id", sa.BigInteger(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("candidates", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("note", sa.String(length=64), nullable=True),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("decided_by_person", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["user.id"],
            name=op.f("fk_mapping_row_decided_by_id_user"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["catalogue_item.id"],
            name=op.f("fk_mapping_row_item_id_catalogue_item"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["mapping_run_id"],
            ["mapping_run.id"],
            name=op.f("fk_mapping_row_mapping_run_id_mapping_run"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("mapping_run_id", "number", name=op.f("pk_mapping_row")),
    )
    op.create_index(op.f("ix_mapping_row_decided_by_id"), "mapping_row", ["decided_by_id"], unique=False)
    op.create_index(op.f("ix_mapping_row_item_id"), "mapping_row", ["item_id"], unique=False)
    op.create_index(
        "ix_mapping_row_mapping_run_id_decision_number",
        "mapping_row",
        ["mapping_run_id", "decision", "number"],
        unique=False,
    )
    op.create_table(
        "mark",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "value",
            sa.Enum("like", "dislike", name="markvalue", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_mark_message_id_message"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_mark_user_id_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark")),
        sa.UniqueConstraint("message_id", "user_id", name=op.f("uq_mark_message_id_user_id")),
    )
    op.create_index(op.f("ix_mark_user_id"), "mark", ["user_id"], unique=False)
    op.create_table(
        "review",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_review_message_id_message"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_review_user_id_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_index(op.f("ix_review_message_id"), "review", ["message_id"], unique=False)
    op.create_index(op.f("ix_review_user_id"), "review", ["user_id"], unique=False)
    op.execute("INSERT INTO mode (name) VALUES ('databases'), ('documents'), ('nomenclature')")


def downgrade() -> None:
    op.drop_index(op.f("ix_review_user_id"), table_name="review")
    op.drop_index(op.f("ix_review_message_id"), table_name="review")
    op.drop_table("review")
    op.drop_index(op.f("ix_mark_user_id"), table_name="mark")
    op.drop_table("mark")
    op.drop_index("ix_mapping_row_mapping_run_id_decision_number", table_name="mapping_row")
    op.drop_index(op.f("ix_mapping_row_item_id"), table_name="mapping_row")
    op.drop_index(op.f("ix_mapping_row_decided_by_id"), table_name="mapping_row")
    op.drop_table("mapping_row")
    op.drop_table("import_rejection")
    op.drop_index(op.f("ix_confirmed_match_item_id"), table_name="confirmed_match")
    op.drop_index(op.f("ix_confirmed_match_confirmed_by_id"), table_name="confirmed_match")
    op.drop_index("ix_confirmed_match_catalogue_id_id", table_name="confirmed_match")
    op.drop_table("confirmed_match")
    op.drop_index(op.f("ix_message_connected_message_id"), table_name="message")
    op.drop_index("ix_message_chat_id_id", table_name="message")
    op.drop_table("message")
    op.drop_index(op.f("ix_mapping_run_user_id"), table_name="mapping_run")
    op.drop_index("ix_mapping_run_tenant_id_id", table_name="mapping_run")
    op.drop_index(op.f("ix_mapping_run_job_id"), table_name="mapping_run")
    op.drop_index(op.f("ix_mapping_run_catalogue_id"), table_name="mapping_run")
    op.drop_table("mapping_run")
    op.drop_index(
        "uq_classifier_version_active",
        table_name="classifier_version",
        postgresql_where=sa.text("status = 'active'"),
    )
    op.drop_index(op.f("ix_classifier_version_trained_by_job_id"), table_name="classifier_version")
    op.drop_table("classifier_version")
    op.drop_index(
        "ix_catalogue_item_not_embedded",
        table_name="catalogue_item",
        postgresql_where=sa.text("NOT is_embedded AND deleted_at IS NULL"),
    )
    op.drop_index(
        "ix_catalogue_item_name_trigrams",
        table_name="catalogue_item",
        postgresql_using="gin",
        postgresql_ops={"name": "gin_trgm_ops"},
    )
    op.drop_index("ix_catalogue_item_catalogue_id_group_code_id", table_name="catalogue_item")
    op.drop_table("catalogue_item")
    op.drop_index(op.f("ix_catalogue_import_job_id"), table_name="catalogue_import")
    op.drop_index("ix_catalogue_import_catalogue_id_id", table_name="catalogue_import")
    op.drop_table("catalogue_import")
    op.drop_table("catalogue_group")
    op.drop_index(op.f("ix_audit_event_user_id"), table_name="audit_event")
    op.drop_index("ix_audit_event_tenant_id_id", table_name="audit_event")
    op.drop_index(op.f("ix_audit_event_api_key_id"), table_name="audit_event")
    op.drop_table("audit_event")
    op.drop_index(op.f("ix_user_tenant_tenant_id"), table_name="user_tenant")
    op.drop_table("user_tenant")
    op.drop_index(op.f("ix_sign_in_user_id"), table_name="sign_in")
    op.drop_index(op.f("ix_sign_in_tenant_id"), table_name="sign_in")
    op.drop_index(op.f("ix_sign_in_previous_refresh_hash"), table_name="sign_in")
    op.drop_table("sign_in")
    op.drop_index("uq_prompt_active", table_name="prompt", postgresql_where=sa.text("is_active"))
    op.drop_index(op.f("ix_prompt_created_by_id"), table_name="prompt")
    op.drop_table("prompt")
    op.drop_index(op.f("ix_mode_tenant_tenant_id"), table_name="mode_tenant")
    op.drop_table("mode_tenant")
    op.drop_index(op.f("ix_job_user_id"), table_name="job")
    op.drop_index("ix_job_unfinished", table_name="job", postgresql_where=sa.text("status IN ('queued', 'started')"))
    op.drop_index("ix_job_tenant_id_id", table_name="job")
    op.drop_table("job")
    op.drop_index("uq_file_tenant_id_content_hash", table_name="file")
    op.drop_index(op.f("ix_file_uploaded_by_id"), table_name="file")
    op.drop_table("file")
    op.drop_table("database_prediction_config")
    op.drop_index(op.f("ix_chat_user_id"), table_name="chat")
    op.drop_index("ix_chat_tenant_id_user_id_id", table_name="chat")
    op.drop_index(op.f("ix_chat_mode_id"), table_name="chat")
    op.drop_table("chat")
    op.drop_table("catalogue")
    op.drop_index("uq_api_key_tenant_id_name", table_name="api_key", postgresql_where=sa.text("revoked_at IS NULL"))
    op.drop_index("ix_api_key_tenant_id_id", table_name="api_key")
    op.drop_index(op.f("ix_api_key_created_by_id"), table_name="api_key")
    op.drop_table("api_key")
    op.drop_index("uq_user_email_lower", table_name="user")
    op.drop_table("user")
    op.drop_table("tenant")
    op.drop_table("mode")
