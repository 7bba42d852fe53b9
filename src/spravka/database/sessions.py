"""Engines and sessions over the application's database."""

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session, sessionmaker

from spravka.database import after_commit
from spravka.database.settings import DatabaseSettings

CONNECT_TIMEOUT_SECONDS = 5


def open_engine(settings: DatabaseSettings) -> Engine:
    """An engine over the application's database. Connects lazily, so that a door opens while it is down."""
    return create_engine(
        settings.url,
        pool_size=settings.pool_size,
        max_overflow=settings.pool_overflow,
        pool_pre_ping=True,
        hide_parameters=True,  # what users wrote is not for the log
        connect_args={"connect_timeout": CONNECT_TIMEOUT_SECONDS, "options": "-c timezone=UTC"},
    )


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Sessions whose ``after_commit`` actions run once the transaction is durable."""
    factory = sessionmaker(engine, expire_on_commit=False)
    listen_to_commits(factory)
    return factory


def listen_to_commits(factory: sessionmaker[Session]) -> None:
    """Make the sessions of ``factory`` run, or forget, what was put off until the commit."""
    event.listen(factory, "after_commit", after_commit.run_actions)
    event.listen(factory, "after_rollback", after_commit.forget_actions)


def ping(engine: Engine) -> None:
    """Ask the database for an answer; raises SQLAlchemy's OperationalError where there is none."""
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
