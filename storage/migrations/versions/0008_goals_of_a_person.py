"""A person's goals are found by an index that holds all of the row.

SQLite goes by the primary key otherwise, through all the goals of the workspace.
"""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Forwards."""
    op.drop_index("ix_goal_people_workspace_user", "goal_people")
    op.create_index("ix_goal_people_workspace_user_goal", "goal_people", ["workspace", "user", "goal"])


def downgrade() -> None:
    """Backwards."""
    op.drop_index("ix_goal_people_workspace_user_goal", "goal_people")
    op.create_index("ix_goal_people_workspace_user", "goal_people", ["workspace", "user"])
