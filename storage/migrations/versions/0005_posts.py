"""Progress posts by channel, and where a figure came from."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "rhythms",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "channel", name=op.f("pk_rhythms")),
    )
    op.create_table(
        "posts",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "channel", "due_at", name=op.f("pk_posts")),
    )
    with op.batch_alter_table("measurements") as measurements:
        measurements.add_column(sa.Column("source", sa.String(), nullable=False, server_default="person"))
        measurements.add_column(
            sa.Column("provisional", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("measurements") as measurements:
        measurements.alter_column("source", server_default=None)
        measurements.alter_column("provisional", server_default=None)


def downgrade() -> None:
    """Backwards."""
    with op.batch_alter_table("measurements") as measurements:
        for name in ("provisional", "source"):
            measurements.drop_column(name)
    op.drop_table("posts")
    op.drop_table("rhythms")
