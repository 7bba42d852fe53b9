"""Odd fields are refused before a driver sees them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.customer_databases.checking_fields import check_fields, read_options
from spravka.customer_databases.errors import (
    ConnectionFieldRefused,
    DriverOptionRefused,
    FileOutsideFolder,
    FolderNotConfigured,
)
from spravka.customer_databases.fields import (
    FIELDS_JSON,
    AllowedFolders,
    ConnectionFields,
    ConnectionOptions,
    TlsMode,
)
from spravka.errors import Problem
from spravka.query_plans.schema import Dialect

FIELDS = ConnectionFields(Dialect.POSTGRESQL, "склад", "db.company.local", 5432, "reader", "secret")
NOWHERE = AllowedFolders()


@pytest.mark.parametrize(
    "host", ["db", "db.company.local", "10.0.0.7", "::1", "2001:db8::7", "сервер.рф", "sql_01", "localhost."]
)
def test_a_plain_host_is_let_through(host: str) -> None:
    check_fields(replace(FIELDS, host=host), NOWHERE)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "/var/run/postgresql",
        "@abstract",
        "a,b",
        "db;Encrypt=no",
        "db host=other",
        "db\x00",
        "db\n",
        "[::1]",
        "user@db",
        "db:5432",
        "fe80::1%eth0",
        "db/x",
        "db\\instance",
        "x" * 254,
        "-db",
    ],
)
def test_an_odd_host_is_refused(host: str) -> None:
    with pytest.raises(ConnectionFieldRefused) as told:
        check_fields(replace(FIELDS, host=host), NOWHERE)
    assert told.value.name == "host"


@pytest.mark.parametrize("field", ["database", "user"])
@pytest.mark.parametrize(
    "name", ["", " padded", "a;b", "dbname=x", "a\x00b", "a\nb", "postgresql://h/d", "a\tb", "x" * 254]
)
def test_an_odd_name_is_refused(field: str, name: str) -> None:
    with pytest.raises(ConnectionFieldRefused) as told:
        check_fields(replace(FIELDS, **{field: name}), NOWHERE)  # type: ignore[arg-type]
    assert told.value.name == field


@pytest.mark.parametrize("name", ["a", "Склад 2026", "reader@company", "my-db", "DOMAIN.reader", "1С_УПП"])
def test_names_as_people_give_them_are_let_through(name: str) -> None:
    check_fields(replace(FIELDS, database=name), NOWHERE)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_out_of_range_is_refused(port: int) -> None:
    with pytest.raises(ConnectionFieldRefused):
        check_fields(replace(FIELDS, port=port), NOWHERE)


def test_a_password_with_a_line_break_is_refused_without_being_shown() -> None:
    with pytest.raises(ConnectionFieldRefused) as told:
        check_fields(replace(FIELDS, password="hush\nhush"), NOWHERE)
    assert "hush" not in str(told.value)


@given(st.text(max_size=40))
def test_whatever_passes_as_a_host_has_nothing_a_driver_reads_as_more(host: str) -> None:
    try:
        check_fields(replace(FIELDS, host=host), NOWHERE)
    except Problem:
        return
    assert not set(host) & set(" \t\n\r\x00,;=/\\@[]%?#&'\"")


@pytest.mark.parametrize(
    ("dialect", "options"),
    [
        (Dialect.POSTGRESQL, {"options": "-c statement_timeout=0"}),
        (Dialect.POSTGRESQL, {"service": "other"}),
        (Dialect.MYSQL, {"local_infile": True}),
        (Dialect.MYSQL, {"read_default_file": "my.cnf"}),
        (Dialect.MYSQL, {"unix_socket": "mysql.sock"}),
        (Dialect.SQLITE, {"tls": "off"}),
        (Dialect.CLICKHOUSE, {"http_proxy": "proxy"}),
    ],
)
def test_an_option_that_is_not_on_the_list_is_refused(dialect: Dialect, options: dict[str, Any]) -> None:
    with pytest.raises(DriverOptionRefused) as told:
        read_options(dialect, options)
    assert told.value.option == next(iter(options))


def test_options_are_typed() -> None:
    options = read_options(Dialect.POSTGRESQL, {"tls": "verified", "namespaces": ["public", "склад"]})
    assert options == ConnectionOptions(tls=TlsMode.VERIFIED, namespaces=("public", "склад"))
    with pytest.raises(ConnectionFieldRefused, match="tls"):
        read_options(Dialect.POSTGRESQL, {"tls": "a little"})


def test_an_option_is_refused_in_the_fields_too() -> None:
    with pytest.raises(DriverOptionRefused):
        check_fields(ConnectionFields(Dialect.SQLITE, "a.db", options=ConnectionOptions(tls=TlsMode.OFF)), NOWHERE)


def test_the_ca_file_lies_below_its_folder(tmp_path: Path) -> None:
    (tmp_path / "company.pem").write_text("a certificate")
    folders = AllowedFolders(certificates=tmp_path)
    check_fields(replace(FIELDS, options=ConnectionOptions(ca_file="company.pem")), folders)
    with pytest.raises(FileOutsideFolder):
        check_fields(replace(FIELDS, options=ConnectionOptions(ca_file="../other.pem")), folders)
    with pytest.raises(FolderNotConfigured):
        check_fields(replace(FIELDS, options=ConnectionOptions(ca_file="company.pem")), NOWHERE)


@pytest.mark.parametrize("name", ["../outside.db", "link.db", "folder", "missing.db", "", "a\x00b"])
def test_a_sqlite_file_outside_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "allowed"
    (folder / "folder").mkdir(parents=True)
    (tmp_path / "outside.db").write_bytes(b"")
    (folder / "link.db").symlink_to(tmp_path / "outside.db")
    with pytest.raises(FileOutsideFolder):
        check_fields(ConnectionFields(Dialect.SQLITE, name), AllowedFolders(sqlite=folder))


def test_an_absolute_path_is_refused_even_of_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "allowed").mkdir()
    outside = tmp_path / "outside.db"
    outside.write_bytes(b"")
    with pytest.raises(FileOutsideFolder):
        check_fields(ConnectionFields(Dialect.SQLITE, str(outside)), AllowedFolders(sqlite=tmp_path / "allowed"))


def test_sqlite_needs_a_folder_and_takes_no_server() -> None:
    with pytest.raises(FolderNotConfigured):
        check_fields(ConnectionFields(Dialect.SQLITE, "a.db"), NOWHERE)
    with pytest.raises(ConnectionFieldRefused):
        check_fields(ConnectionFields(Dialect.SQLITE, "a.db", host="db"), NOWHERE)


def test_fields_are_kept_whole_as_json_and_shown_without_the_password() -> None:
    fields = replace(FIELDS, options=ConnectionOptions(tls=TlsMode.REQUIRED, namespaces=("a",)))
    assert FIELDS_JSON.validate_json(FIELDS_JSON.dump_json(fields)) == fields
    assert "secret" not in repr(fields)


def test_the_usual_port_stands_in_for_none() -> None:
    clickhouse = ConnectionFields(Dialect.CLICKHOUSE, "d", "h", None, "u")
    assert replace(FIELDS, port=None).server_port == 5432
    assert clickhouse.server_port == 8123
    assert replace(clickhouse, options=ConnectionOptions(tls=TlsMode.VERIFIED)).server_port == 8443
