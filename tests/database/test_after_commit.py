"""Actions put off until a commit."""

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from spravka.database.after_commit import after_commit


def test_an_action_runs_once_and_only_after_the_commit(sessions: sessionmaker[Session]) -> None:
    done: list[str] = []
    with sessions() as session:
        session.execute(text("SELECT 1"))
        after_commit(session, lambda: done.append("sent"))
        assert done == []
        session.commit()
        assert done == ["sent"]
        session.execute(text("SELECT 1"))
        session.commit()
    assert done == ["sent"]


def test_an_action_is_forgotten_with_the_transaction(sessions: sessionmaker[Session]) -> None:
    done: list[str] = []
    with sessions() as session:
        session.execute(text("SELECT 1"))
        after_commit(session, lambda: done.append("sent"))
        session.rollback()
        session.execute(text("SELECT 1"))
        session.commit()
    assert done == []


def test_an_action_that_fails_neither_undoes_the_commit_nor_stops_the_next_one(
    sessions: sessionmaker[Session],
) -> None:
    done: list[str] = []

    def fail() -> None:
        raise ConnectionError

    with sessions() as session:
        session.execute(text("SELECT 1"))
        after_commit(session, fail)
        after_commit(session, lambda: done.append("sent"))
        session.commit()
    assert done == ["sent"]
