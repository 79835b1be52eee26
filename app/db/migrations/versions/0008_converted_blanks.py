"""The PDF that a blank's text document was made into, so that it can be handed on to stores without LibreOffice.

Revision ID: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("blank", sa.Column("converted", sa.LargeBinary(), nullable=True))
