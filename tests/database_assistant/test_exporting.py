"""Exports: the query asked anew, as a sheet with where it comes from, or as text without formulas."""

import io

from openpyxl import load_workbook

from spravka.auth.tables import Role
from tests.database_assistant.department import Department

FORMULAS = """
CREATE TABLE notes (id INTEGER, text TEXT, amount REAL);
INSERT INTO notes VALUES (1, '=cmd|''/c calc''!A1', 1.5), (2, '@SUM(A1)', -2), (3, 'простой текст', NULL);
"""


def test_the_sheet_has_the_rows_and_where_they_come_from(department: Department) -> None:
    department.connect_sqlite(FORMULAS)
    answer = department.member.ask("Прочти все записи из таблицы: SELECT id, text, amount FROM notes ORDER BY id")
    response = department.member.client.get(f"/api/v1/answers/{answer['id']}/export")
    assert f'filename="answer-{answer["id"]}.xlsx"' in response.headers["content-disposition"]
    book = load_workbook(io.BytesIO(response.content))
    rows, about = book.worksheets
    assert (rows.title, about.title) == ("Ответ", "О выгрузке")
    values = [[cell.value for cell in row] for row in rows.iter_rows()]
    assert [row[0] for row in values[1:]] == [1, 2, 3]
    assert str(values[0][0]).lower() == "id"
    assert not any(cell.data_type == "f" for row in rows.iter_rows() for cell in row)
    told = {row[0].value: row[1].value for row in about.iter_rows()}
    assert told["Вопрос"] == answer["question"]
    assert told["SQL"] == answer["sql"]
    assert told["Пользователь"] == department.emails[Role.MEMBER]
    assert told["Время"]


def test_texts_that_a_spreadsheet_takes_for_formulas_are_made_harmless(department: Department) -> None:
    department.connect_sqlite(FORMULAS)
    answer = department.member.ask("Read SELECT text, amount FROM notes ORDER BY id")
    response = department.member.client.get(f"/api/v1/answers/{answer['id']}/export", params={"format": "csv"})
    lines = response.text.removeprefix("\ufeff").splitlines()
    assert all(line.lstrip('"')[0] not in "=@+" for line in lines[1:])
    assert lines[3].startswith("простой текст")
    assert "-2" in lines[2]


def test_an_export_asks_anew(department: Department) -> None:
    database = department.connect_sqlite(FORMULAS)
    answer = department.member.ask("Read SELECT count(*) FROM notes")
    file = department.sqlite_dir / database["address"]["database"]
    (department.sqlite_dir / department.new_sqlite(FORMULAS + "DELETE FROM notes WHERE id > 1;")).replace(file)
    response = department.member.client.get(f"/api/v1/answers/{answer['id']}/export", params={"format": "csv"})
    assert response.text.split()[-1] == "1"


def test_what_has_no_rows_is_not_exported(asking: Department) -> None:
    for answer in (asking.member.ask("What else"), asking.member.run("DROP TABLE orders")):
        problem = asking.member.refused("GET", f"/answers/{answer['id']}/export")
        assert (problem["status"], problem["type"]) == (409, "answer-has-no-rows")
