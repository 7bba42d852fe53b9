"""Users, their tenants, their sign-ins, API keys, and the record of what was done."""

import enum
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, String, false, func, text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table


class Role(enum.StrEnum):
    """What a user is in one tenant."""

    ADMIN = "admin"
    """Connections, prompts, glossary, catalogues, users of the tenant."""

    EXPERT = "expert"
    """Approves corrections and promotions of classifiers."""

    MEMBER = "member"
    """Uses the services."""


class User(Table):
    """A person who signs in with his e-mail; unique whatever the case of its letters."""

    __tablename__ = "user"
    __table_args__ = (Index("uq_user_email_lower", text("lower(email)"), unique=True),)

    id: Mapped[IdKey]
    email: Mapped[str] = mapped_column(String(320))
    full_name: Mapped[str | None] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(100))
    is_platform_admin: Mapped[bool] = mapped_column(server_default=false())
    is_active: Mapped[bool] = mapped_column(server_default=true())
    created_at: Mapped[CreatedAt]

    tenants: Mapped[list["UserTenant"]] = relationship(back_populates="user", cascade="all, delete-orphan")


class UserTenant(Table):
    """A user's place in a tenant."""

    __tablename__ = "user_tenant"

    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), primary_key=True, index=True)
    role: Mapped[Role] = mapped_column(
        Enum(Role, native_enum=False, length=16, values_callable=lambda roles: [role.value for role in roles])
    )
    created_at: Mapped[CreatedAt]

    user: Mapped[User] = relationship(back_populates="tenants")


class SignIn(Table):
    """One sign-in of a user into a tenant; its refresh token is rotated at every use."""

    __tablename__ = "sign_in"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    tenant_id: Mapped[BigInt | None] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), index=True)
    refresh_hash: Mapped[str] = mapped_column(String(64), unique=True)
    previous_refresh_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    rotated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]


class ApiKey(Table):
    """A machine's key into one tenant. The key itself is shown once and kept only as a hash."""

    __tablename__ = "api_key"
    __table_args__ = (
        Index(
            "uq_api_key_tenant_id_name",
            "tenant_id",
            "name",
            unique=True,
            postgresql_where=text("revoked_at IS NULL"),
        ),
        Index("ix_api_key_tenant_id_id", "tenant_id", "id"),
    )

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    created_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    prefix: Mapped[str] = mapped_column(String(16))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[CreatedAt]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class AuditEvent(Table):
    """Who did what to what, kept for the tenant's admin."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_tenant_id_id", "tenant_id", "id"),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt | None] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    user_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    api_key_id: Mapped[BigInt | None] = mapped_column(ForeignKey("api_key.id", ondelete="SET NULL"), index=True)
    action: Mapped[str] = mapped_column(String(100))
    subject: Mapped[str] = mapped_column(String(200))
    facts: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    created_at: Mapped[CreatedAt]
