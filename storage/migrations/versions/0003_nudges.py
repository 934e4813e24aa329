"""When people are away; why a check-in was not asked, and where; a lead's weekly overview."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "leaves",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_leaves")),
    )
    op.create_index(op.f("ix_leaves_workspace_user_end"), "leaves", ["workspace", "user", "end"])
    with op.batch_alter_table("check_ins") as check_ins:
        check_ins.add_column(sa.Column("skipped", sa.String()))
        check_ins.add_column(sa.Column("snoozes", sa.Integer(), nullable=False, server_default="0"))
        check_ins.add_column(sa.Column("resting", sa.Boolean(), nullable=False, server_default=sa.false()))
        check_ins.add_column(sa.Column("said", sa.String()))
    with op.batch_alter_table("check_ins") as check_ins:
        check_ins.alter_column("snoozes", server_default=None)
        check_ins.alter_column("resting", server_default=None)
    op.create_index(op.f("ix_check_ins_workspace_user_said"), "check_ins", ["workspace", "user", "said"])
    op.create_index(
        op.f("ix_check_ins_workspace_goal_user_asked_at"),
        "check_ins",
        ["workspace", "goal", "user", "asked_at"],
    )
    with op.batch_alter_table("schedules") as schedules:
        schedules.alter_column("goal", existing_type=sa.String(), nullable=True)
    op.create_index(op.f("ix_schedules_workspace_user"), "schedules", ["workspace", "user"])


def downgrade() -> None:
    """Backwards: what has no goal has no place any more, and what was not asked is forgotten."""
    op.execute("DELETE FROM schedules WHERE goal IS NULL OR kind = 'remind'")
    op.execute("DELETE FROM check_ins WHERE state = 'skipped'")
    op.drop_index(op.f("ix_schedules_workspace_user"), "schedules")
    with op.batch_alter_table("schedules") as schedules:
        schedules.alter_column("goal", existing_type=sa.String(), nullable=False)
    op.drop_index(op.f("ix_check_ins_workspace_goal_user_asked_at"), "check_ins")
    op.drop_index(op.f("ix_check_ins_workspace_user_said"), "check_ins")
    with op.batch_alter_table("check_ins") as check_ins:
        for name in ("said", "resting", "snoozes", "skipped"):
            check_ins.drop_column(name)
    op.drop_table("leaves")
