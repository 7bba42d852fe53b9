"""The application's own PostgreSQL: mapped tables, sessions, migrations, work done after a commit."""
