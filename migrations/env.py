"""How alembic reaches the database and knows the mapped classes."""

from alembic import context
from sqlalchemy import create_engine, pool

from spravka import all_tables

engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=all_tables.metadata,
        compare_server_default=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
