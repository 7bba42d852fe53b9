"""Work on connected databases in the background."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.database_assistant.connecting import LEARN_DATABASE
from spravka.database_assistant.learning import learn
from spravka.database_assistant.replaying import REPLAY_EXAMPLES, replay
from spravka.database_assistant.tables import ConnectedDatabase
from spravka.jobs.running import JobHandler, JobRun


def learn_database(run: JobRun) -> None:
    """Structure, inferred keys and values of the tenant's database."""
    learn(run, run.arguments["database_id"])


def replay_examples(run: JobRun) -> None:
    """Approved examples run again and compared."""
    replay(run)


HANDLERS: Mapping[str, JobHandler] = {LEARN_DATABASE.name: learn_database, REPLAY_EXAMPLES.name: replay_examples}


def used_arrays(session: Session) -> set[str | None]:
    """Keys of the bundles that value indexes are read from."""
    return set(session.scalars(select(ConnectedDatabase.values_key)))
