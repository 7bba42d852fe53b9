"""The rights of a role in plain words, in both languages; the objects concerned follow after a colon."""

from typing import NamedTuple


class BothWords(NamedTuple):
    en: str
    ru: str


WORDS = {
    "be-superuser": BothWords(
        "The role is an administrator of the whole server: no right is closed to it",
        "Роль — администратор всего сервера: ей доступно всё",
    ),
    "write-rows": BothWords(
        "The role may add, change or delete rows in tables",
        "Роль может добавлять, изменять или удалять строки в таблицах",
    ),
    "create-objects": BothWords(
        "The role may create tables and functions",
        "Роль может создавать таблицы и функции",
    ),
    "own-tables": BothWords(
        "The role owns tables and so may change or drop them",
        "Роль владеет таблицами, а значит, может изменить или удалить их",
    ),
    "read-files": BothWords(
        "The role may read files of the database's machine",
        "Роль может читать файлы на машине базы данных",
    ),
    "write-files": BothWords(
        "The role may write files on the database's machine",
        "Роль может записывать файлы на машине базы данных",
    ),
    "run-programs": BothWords(
        "The role may run programs on the database's machine",
        "Роль может запускать программы на машине базы данных",
    ),
    "reach-other-servers": BothWords(
        "The role may make the database connect to other servers",
        "Роль может заставить базу данных обратиться к другим серверам",
    ),
    "run-as-owner": BothWords(
        "The role may call functions that run with the rights of their owner",
        "Роль может вызывать функции, которые выполняются с правами владельца",
    ),
    "manage-roles": BothWords(
        "The role may create other roles or hand out rights",
        "Роль может создавать другие роли или раздавать права",
    ),
    "create-databases": BothWords("The role may create databases", "Роль может создавать базы данных"),
    "bypass-row-security": BothWords(
        "The database's own row security does not hold for the role",
        "Построчные ограничения самой базы данных на роль не действуют",
    ),
    "replicate": BothWords(
        "The role may copy the whole server's changes (replication)",
        "Роль может копировать изменения всего сервера (репликация)",
    ),
    "stop-others": BothWords(
        "The role may end queries and sessions of others",
        "Роль может прерывать запросы и сеансы других",
    ),
    "see-other-namespaces": BothWords(
        "The role may read tables of several schemas",
        "Роль может читать таблицы нескольких схем",
    ),
    "see-other-databases": BothWords(
        "The role may connect to other databases of the server",
        "Роль может подключаться к другим базам данных сервера",
    ),
}
"""By the right's value."""
