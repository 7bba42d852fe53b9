"""The rights report: told by what a role may really do, in both languages, the gravest first."""

from dataclasses import replace

import psycopg
import pytest
from psycopg import sql

from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.rights import (
    SEVERITIES,
    Finding,
    Right,
    RightsReport,
    Severity,
    found,
    gravest_first,
    rights_report,
)
from spravka.customer_databases.rights_words import WORDS
from tests.customer_databases.places import PostgresqlPlace
from tests.parts import Parts


def report_of(place: PostgresqlPlace) -> RightsReport:
    with open_connection(place.fields) as connection:
        return rights_report(connection)


def grant(place: PostgresqlPlace, words: str) -> None:
    with place.admin() as admin:
        admin.execute(sql.SQL(words).format(sql.Identifier(place.fields.user)))


def test_a_role_that_only_reads_is_not_writable(postgresql: PostgresqlPlace) -> None:
    postgresql.build("CREATE TABLE seen (n int)")
    report = report_of(postgresql)
    assert not report.is_writable
    assert not report.is_dangerous
    assert {finding.right for finding in report.findings} <= {Right.SEE_OTHER_DATABASES}


@pytest.mark.parametrize(
    ("words", "right", "is_writable", "is_dangerous"),
    [
        ("GRANT INSERT ON seen TO {}", Right.WRITE_ROWS, True, False),
        ("GRANT UPDATE (n) ON seen TO {}", Right.WRITE_ROWS, True, False),
        ("GRANT TRUNCATE ON seen TO {}", Right.WRITE_ROWS, True, False),
        ("GRANT CREATE ON SCHEMA public TO {}", Right.CREATE_OBJECTS, True, False),
        ("ALTER TABLE seen OWNER TO {}", Right.OWN_TABLES, True, False),
        ("ALTER ROLE {} SUPERUSER", Right.BE_SUPERUSER, True, True),
        ("ALTER ROLE {} CREATEROLE", Right.MANAGE_ROLES, True, True),
        ("ALTER ROLE {} CREATEDB", Right.CREATE_DATABASES, True, False),
        ("ALTER ROLE {} REPLICATION", Right.REPLICATE, False, False),
        ("ALTER ROLE {} BYPASSRLS", Right.BYPASS_ROW_SECURITY, False, False),
        ("GRANT pg_read_server_files TO {}", Right.READ_FILES, False, True),
        ("GRANT pg_write_server_files TO {}", Right.WRITE_FILES, True, True),
        ("GRANT pg_execute_server_program TO {}", Right.RUN_PROGRAMS, True, True),
        ("GRANT pg_write_all_data TO {}", Right.WRITE_ROWS, True, False),
        ("GRANT pg_signal_backend TO {}", Right.STOP_OTHERS, False, False),
        ("GRANT USAGE, CREATE ON SCHEMA other TO {}", Right.CREATE_OBJECTS, True, False),
        ("GRANT SELECT ON other.seen TO {}", Right.SEE_OTHER_NAMESPACES, False, False),
        ("GRANT EXECUTE ON FUNCTION lifted() TO {}", Right.RUN_AS_OWNER, False, False),
    ],
)
def test_a_right_that_was_granted_is_told(
    postgresql: PostgresqlPlace, words: str, right: Right, is_writable: bool, is_dangerous: bool
) -> None:
    postgresql.build("CREATE SCHEMA other", "CREATE TABLE seen (n int)")
    with postgresql.admin() as admin:
        admin.execute("CREATE TABLE other.seen (n int)")
        admin.execute("CREATE FUNCTION lifted() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'")
        admin.execute("REVOKE EXECUTE ON FUNCTION lifted() FROM PUBLIC")
    grant(postgresql, words)
    report = report_of(postgresql)
    assert right in {finding.right for finding in report.findings}
    assert (report.is_writable, report.is_dangerous) == (is_writable, is_dangerous)


def test_the_tables_concerned_are_named(postgresql: PostgresqlPlace) -> None:
    postgresql.build(*(f"CREATE TABLE t{number:02} (n int)" for number in range(12)))
    grant(postgresql, "GRANT DELETE ON ALL TABLES IN SCHEMA public TO {}")
    [finding] = [one for one in report_of(postgresql).findings if one.right is Right.WRITE_ROWS]
    assert (len(finding.objects), finding.count) == (10, 12)
    assert "public.t00" in finding.text_en
    assert finding.text_en.endswith("and 2 more.")
    assert finding.text_ru.endswith("и ещё 2.")


def test_an_administrator_is_told_as_such(parts: Parts, postgresql: PostgresqlPlace) -> None:
    server = psycopg.conninfo.conninfo_to_dict(parts.admin_url)
    fields = replace(postgresql.fields, user=str(server["user"]), password=str(server["password"]))
    with open_connection(fields) as connection:
        report = rights_report(connection)
    assert report.findings[0].right is Right.BE_SUPERUSER
    assert report.is_dangerous


def test_every_right_has_its_severity_and_its_words_in_both_languages() -> None:
    assert set(SEVERITIES) == set(Right)
    assert set(WORDS) == {right.value for right in Right}
    assert all(words.en.isascii() and not words.ru.isascii() for words in WORDS.values())


def test_the_gravest_comes_first() -> None:
    findings = [Finding(right) for right in reversed(Right)]
    severities = [finding.severity for finding in gravest_first(findings)]
    assert severities == sorted(severities, key=[Severity.DANGER, Severity.WARNING, Severity.NOTE].index)


def test_nothing_found_is_no_finding() -> None:
    assert found(Right.WRITE_ROWS, []) == []


def test_a_report_is_kept_as_json() -> None:
    report = RightsReport("reader", tuple(found(Right.WRITE_ROWS, ["public.t"])))
    assert report.to_json() == {
        "user": "reader",
        "is_writable": True,
        "is_dangerous": False,
        "findings": [
            {
                "right": "write-rows",
                "severity": "warning",
                "objects": ["public.t"],
                "count": 1,
                "text_en": "The role may add, change or delete rows in tables: public.t.",
                "text_ru": "Роль может добавлять, изменять или удалять строки в таблицах: public.t.",
            }
        ],
    }
