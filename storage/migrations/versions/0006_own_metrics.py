"""A workspace's own metrics and references."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "own_metrics",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "key", name=op.f("pk_own_metrics")),
    )


def downgrade() -> None:
    """Backwards."""
    op.drop_table("own_metrics")
