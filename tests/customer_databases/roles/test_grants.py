"""Grants as MySQL, MariaDB and ClickHouse tell them, read into rights."""

from collections.abc import Callable, Iterable

import pytest

from spravka.customer_databases.rights import Finding, Right
from spravka.customer_databases.roles import clickhouse, mssql, mysql
from spravka.customer_databases.roles.grants import Grant, read_grants


@pytest.mark.parametrize(
    ("line", "grants"),
    [
        ("GRANT USAGE ON *.* TO `reader`@`%` IDENTIFIED BY PASSWORD '*0'", [Grant("USAGE", "*.*")]),
        (
            "GRANT SELECT, SHOW VIEW ON `shop`.* TO `reader`@`%`",
            [Grant("SELECT", "shop.*"), Grant("SHOW VIEW", "shop.*")],
        ),
        (
            "GRANT SELECT (`a`, `b`), UPDATE (`c`) ON `shop`.`t` TO `u`@`%`",
            [Grant("SELECT", "shop.t"), Grant("UPDATE", "shop.t")],
        ),
        ("GRANT `analyst` TO `reader`@`%`", []),
        ("GRANT EXECUTE ON PROCEDURE `shop`.`p` TO `u`@`%`", [Grant("EXECUTE", "shop.p")]),
        ("GRANT SELECT ON shop.* TO reader", [Grant("SELECT", "shop.*")]),
    ],
)
def test_a_line_is_read_into_privileges_and_their_place(line: str, grants: list[Grant]) -> None:
    assert list(read_grants([line])) == grants


Judge = Callable[[Iterable[Grant]], list[Finding]]


@pytest.mark.parametrize(
    ("judge", "line", "rights"),
    [
        (mysql.findings_of_grants, "GRANT SELECT ON `shop`.* TO u", set()),
        (mysql.findings_of_grants, "GRANT INSERT, SELECT ON `shop`.`t` TO u", {Right.WRITE_ROWS}),
        (mysql.findings_of_grants, "GRANT FILE ON *.* TO u", {Right.READ_FILES, Right.WRITE_FILES}),
        (mysql.findings_of_grants, "GRANT ALL PRIVILEGES ON `shop`.* TO u", {Right.WRITE_ROWS, Right.CREATE_OBJECTS}),
        (
            mysql.findings_of_grants,
            "GRANT ALL PRIVILEGES ON *.* TO u",
            {Right.BE_SUPERUSER, Right.READ_FILES, Right.WRITE_FILES},
        ),
        (clickhouse.findings_of_grants, "GRANT SELECT, SHOW ON shop.* TO u", set()),
        (clickhouse.findings_of_grants, "GRANT INSERT, ALTER ON shop.t TO u", {Right.WRITE_ROWS}),
        (clickhouse.findings_of_grants, "GRANT FILE, URL ON *.* TO u", {Right.READ_FILES, Right.REACH_OTHER_SERVERS}),
        (clickhouse.findings_of_grants, "GRANT ALL ON *.* TO u", {Right.BE_SUPERUSER}),
    ],
)
def test_privileges_give_rights(judge: Judge, line: str, rights: set[Right]) -> None:
    assert {finding.right for finding in judge(read_grants([line]))} == rights


@pytest.mark.parametrize(
    ("permissions", "may_run_shell", "is_administrator", "rights"),
    [
        (["CONNECT", "VIEW ANY DATABASE", "SELECT"], False, False, []),
        (["CREATE TABLE", "CREATE VIEW"], False, False, [Right.CREATE_OBJECTS]),
        (["ADMINISTER BULK OPERATIONS"], False, False, [Right.READ_FILES]),
        (["CONTROL SERVER"], True, True, [Right.BE_SUPERUSER, Right.RUN_PROGRAMS]),
    ],
)
def test_permissions_of_ms_sql_give_rights(
    permissions: list[str], may_run_shell: bool, is_administrator: bool, rights: list[Right]
) -> None:
    findings = mssql.findings_of_permissions(permissions, may_run_shell, is_administrator)
    assert [finding.right for finding in findings] == rights
