"""What search looks through: a text for each record, those still waiting for the index, and the index.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "search_text",
        sa.Column("doc", KEY, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_search_text")),
    )
    op.create_table(
        "search_pending",
        sa.Column("doc", KEY, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_search_pending")),
    )
    if op.get_bind().dialect.name == "sqlite":
        # Grams of four characters, cut by the program; the index itself adds their first one, two and three.
        # Outside ASCII every character is part of a token to this tokenizer, whatever Unicode version it knows.
        op.execute(
            "CREATE VIRTUAL TABLE search_gram USING fts5(grams, content='', detail=none, columnsize=0, "
            "prefix='1 2 3', tokenize=\"ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'\")"
        )
