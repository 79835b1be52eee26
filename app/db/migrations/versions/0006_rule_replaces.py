"""A rule of one's own can stand for one statement among several that stand side by side.

Revision ID: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rule_overlay", sa.Column("replaces", sa.String(64), nullable=False, server_default=""))
