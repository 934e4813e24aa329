"""How often a schedule could not be dealt with, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Forwards."""
    with op.batch_alter_table("schedules") as schedules:
        schedules.add_column(sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
        schedules.add_column(sa.Column("trouble", sa.Text()))
    with op.batch_alter_table("schedules") as schedules:
        schedules.alter_column("tries", server_default=None)


def downgrade() -> None:
    """Backwards."""
    with op.batch_alter_table("schedules") as schedules:
        for name in ("trouble", "tries"):
            schedules.drop_column(name)
