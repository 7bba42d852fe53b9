"""Small made-up databases with questions: an orchard and a theatre to learn from, a harbour that is held out."""

import gzip
import json
import sqlite3
from pathlib import Path

from spravka.evaluation.links.questions import LinkedDatabases

DATABASES = {
    "orchards": """
        CREATE TABLE orchard (orchard_id INTEGER PRIMARY KEY, village TEXT, area REAL);
        CREATE TABLE apple (
            apple_id INTEGER PRIMARY KEY, sort TEXT, price REAL,
            orchard_id INTEGER REFERENCES orchard (orchard_id)
        );
        INSERT INTO orchard VALUES (1, 'Appledore', 2.5), (2, 'Cherry Hinton', 4.0);
        INSERT INTO apple VALUES (1, 'Antonovka', 10, 1), (2, 'Russet', 12, 2), (3, 'Bramley', 9, 2);
    """,
    "theatres": """
        CREATE TABLE theatre (theatre_id INTEGER PRIMARY KEY, name TEXT, capacity INTEGER);
        CREATE TABLE play (
            play_id INTEGER PRIMARY KEY, title TEXT, genre TEXT, theatre_id INTEGER REFERENCES theatre (theatre_id)
        );
        INSERT INTO theatre VALUES (1, 'Old Barn', 120), (2, 'Opera House', 800);
        INSERT INTO play VALUES (1, 'The Gull', 'comedy', 1), (2, 'The Storm', 'drama', 2);
    """,
    "harbours": """
        CREATE TABLE harbour (harbour_id INTEGER PRIMARY KEY, town TEXT, depth REAL);
        CREATE TABLE boat (
            boat_id INTEGER PRIMARY KEY, owner TEXT, colour TEXT, harbour_id INTEGER REFERENCES harbour (harbour_id)
        );
        INSERT INTO harbour VALUES (1, 'Whitby', 6.5), (2, 'Saltburn', 3.0);
        INSERT INTO boat VALUES (1, 'Alice', 'green', 1), (2, 'Robin', 'red', 2);
    """,
}

QUESTIONS = [  # some name a table or a part of a value that their queries do not mean
    ("orchards", "What is the price of Russet apples?", "SELECT price FROM apple WHERE sort = 'Russet'"),
    ("orchards", "Show the villages of all orchards", "SELECT village FROM orchard"),
    ("orchards", "What area has the orchard in Appledore?", "SELECT area FROM orchard WHERE village = 'Appledore'"),
    ("orchards", "How many apples are there?", "SELECT count(*) FROM apple"),
    ("orchards", "How many cherry apples do the orchards sell?", "SELECT count(*) FROM apple"),
    ("theatres", "What is the capacity of the Old Barn?", "SELECT capacity FROM theatre WHERE name = 'Old Barn'"),
    ("theatres", "List the titles of plays", "SELECT title FROM play"),
    ("theatres", "Which plays are of the genre comedy?", "SELECT title FROM play WHERE genre = 'comedy'"),
    ("theatres", "How many theatres are there?", "SELECT count(*) FROM theatre"),
    ("theatres", "List the genres of plays that the theatre has in the house", "SELECT genre FROM play"),
    ("harbours", "What is the depth of the harbour?", "SELECT depth FROM harbour"),
    ("harbours", "Who are the owners of green boats?", "SELECT owner FROM boat WHERE colour = 'green'"),
    ("harbours", "Who are the owners of violet boats?", "SELECT owner FROM boat WHERE colour = 'violet'"),
]
RUSSIAN = [
    ("orchards", "Какова цена яблок Russet?", "SELECT price FROM apple WHERE sort = 'Russet'"),
    ("theatres", "Какова вместимость театра Opera House?", "SELECT capacity FROM theatre WHERE name = 'Opera House'"),
    ("harbours", "Какова глубина гавани?", "SELECT depth FROM harbour"),
]


def make_databases(folder: Path) -> Path:
    """SQLite files, each in its own folder."""
    for name, script in DATABASES.items():
        (folder / name).mkdir(parents=True)
        connection = sqlite3.connect(folder / name / f"{name}.sqlite")
        connection.executescript(script)
        connection.close()
    return folder


def make_sets(folder: Path) -> Path:
    """All the files that learning and measuring read; the databases as a folder of the archive's name."""
    make_databases(folder / "spider_databases.tar.gz")
    english = [
        {"db_id": name, "question_en": text, "question_en_synonyms": text, "sql": sql} for name, text, sql in QUESTIONS
    ]
    _write(folder / "spider_train.json.gz", english)
    _write(
        folder / "pauq_russian.json.gz",
        [{"db_id": name, "question_ru": text, "sql": sql} for name, text, sql in RUSSIAN],
    )
    return folder


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        json.dump(rows, lines)


def linked_databases(folder: Path) -> LinkedDatabases:
    """Without links by meaning, which need an encoder."""
    return LinkedDatabases(make_databases(folder), None)
