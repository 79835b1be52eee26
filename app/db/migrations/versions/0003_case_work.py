"""What working on a case needs: papers marked as sent, clocks of check list lines, what was found in enclosures, purging.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("sent_on", sa.Date(), nullable=True))
    op.add_column("document", sa.Column("carrier", sa.String(100), nullable=False, server_default=""))
    op.add_column("document", sa.Column("tracking_number", sa.String(100), nullable=False, server_default=""))
    op.add_column("case_item", sa.Column("due_at", sa.DateTime(), nullable=True))
    op.create_index(op.f("ix_case_item_due_at"), "case_item", ["due_at"])
    op.add_column("material", sa.Column("findings", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("material", sa.Column("purged_at", sa.DateTime(), nullable=True))
