"""A plain dump is loaded without psql."""

import psycopg

from spravka.evaluation.postgres_dump import load_dump
from tests.parts import Parts

DUMP = r"""--
-- A dump
--

\restrict abc

CREATE TABLE public.town (
    id integer NOT NULL,
    name text
);

CREATE FUNCTION public.twice(n integer) RETURNS integer LANGUAGE sql AS $$
SELECT n * 2;
$$;

COMMENT ON TABLE public.town IS 'Города; все';

COPY public.town (id, name) FROM stdin;
1	Москва
2	\N
\.

ALTER TABLE ONLY public.town
    ADD CONSTRAINT town_excl EXCLUDE USING gist (name WITH =);

ALTER TABLE ONLY public.town
    ADD CONSTRAINT town_pkey PRIMARY KEY (id);

\unrestrict abc
"""


def test_statements_rows_and_functions_of_a_dump_are_loaded(parts: Parts) -> None:
    address = parts.new_database(template="template1").replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(address, autocommit=True) as connection:
        load_dump(connection, DUMP)
        assert connection.execute("SELECT id, name FROM town ORDER BY id").fetchall() == [(1, "Москва"), (2, None)]
        assert connection.execute("SELECT twice(21)").fetchone() == (42,)


def test_a_constraint_that_the_server_cannot_keep_is_left_out_and_the_others_are_not(parts: Parts) -> None:
    address = parts.new_database(template="template1").replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(address, autocommit=True) as connection:
        load_dump(connection, DUMP)
        found = connection.execute("SELECT conname FROM pg_constraint WHERE conrelid = 'town'::regclass")
        assert "town_pkey" in {name for (name,) in found} and "town_excl" not in {name for (name,) in found}


def test_a_dump_of_statements_alone_is_run_whatever_its_comments_say(parts: Parts) -> None:
    address = parts.new_database(template="template1").replace("postgresql+psycopg://", "postgresql://")
    statements = (
        "CREATE TABLE town (id integer, -- the town's; its number\n name text);\nINSERT INTO town VALUES (7);\n"
    )
    with psycopg.connect(address, autocommit=True) as connection:
        load_dump(connection, statements)
        assert connection.execute("SELECT id FROM town").fetchall() == [(7,)]
