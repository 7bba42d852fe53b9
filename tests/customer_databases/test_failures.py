"""What a driver says becomes one clean line without secrets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.customer_databases.errors import ConnectionLost, QueryCancelled, QueryFailed, QueryTimedOut
from spravka.customer_databases.failures import LONGEST_MESSAGE, Circumstances, Failed, Failure, cleaned, problem_of
from spravka.customer_databases.fields import ConnectionFields
from spravka.errors import Problem
from spravka.query_plans.schema import Dialect

FIELDS = ConnectionFields(Dialect.POSTGRESQL, "d", "h", 1, "u", "tr0ub4dor")


@given(st.text(max_size=2_000), st.text(max_size=30))
def test_a_cleaned_message_is_one_line_and_bounded(before: str, after: str) -> None:
    line = cleaned(f"{before}tr0ub4dor{after}", "tr0ub4dor")
    assert "tr0ub4dor" not in line
    assert "\n" not in line
    assert 0 < len(line) <= LONGEST_MESSAGE + 1


@pytest.mark.parametrize("what", list(Failed))
def test_no_problem_holds_the_password(what: Failed) -> None:
    problem = problem_of(Failure(what, "could not log in with tr0ub4dor"), Circumstances(FIELDS, 5))
    assert "tr0ub4dor" not in f"{problem} {problem.to_json()}"
    assert len(problem.detail) > 20


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (Circumstances(FIELDS, 5, is_cancelled=True, is_timed_out=True), QueryCancelled),
        (Circumstances(FIELDS, 5, is_timed_out=True), QueryTimedOut),
        (Circumstances(FIELDS, 5), ConnectionLost),
    ],
)
def test_what_we_stopped_ourselves_failed_by_that(at: Circumstances, expected: type[Problem]) -> None:
    assert isinstance(problem_of(Failure(Failed.LOST, "gone"), at), expected)


def test_a_message_that_can_quote_rows_is_kept_back() -> None:
    problem = problem_of(Failure(Failed.QUERY, "not a number: 'тайна'"), Circumstances(FIELDS, 5, is_discreet=True))
    assert isinstance(problem, QueryFailed)
    assert "тайна" not in str(problem.to_json())
