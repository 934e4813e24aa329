"""What people choose for themselves, and who administers the workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Forwards."""
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("region", sa.String()))
        people.add_column(sa.Column("admin", sa.Boolean(), nullable=False, server_default=sa.false()))
        people.add_column(sa.Column("choices", sa.Text(), nullable=False, server_default="{}"))
    with op.batch_alter_table("people") as people:
        people.alter_column("admin", server_default=None)
        people.alter_column("choices", server_default=None)


def downgrade() -> None:
    """Backwards."""
    with op.batch_alter_table("people") as people:
        for name in ("choices", "admin", "region"):
            people.drop_column(name)
