"""What routes are handed: the process's resources and one transaction per request."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from spravka.errors import Problem
from spravka.resources import Resources


def get_resources(request: Request) -> Resources:
    """The resources that the app opened."""
    resources: Resources = request.app.state.resources
    return resources


ResourcesDep = Annotated[Resources, Depends(get_resources)]


def open_session(resources: ResourcesDep) -> Iterator[Session]:
    """One transaction per request: committed before the answer is sent, rolled back on any error.

    A Problem whose class says ``keeps_work = True`` refuses the request and yet commits: what was written on
    the way (the record of a failed sign-in) must stand.
    """
    with resources.sessions() as session:
        try:
            yield session
        except Problem as problem:
            if problem.keeps_work:
                session.commit()
            raise
        session.commit()


SessionDep = Annotated[Session, Depends(open_session, scope="function")]
