"""How Alembic runs our history: one connection, one transaction. Loaded by Alembic itself."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, pool

from chatserver import schema

engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=schema.metadata,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
