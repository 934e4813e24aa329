"""People, drafts, goals and what hangs below them; the inbox and the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WAITS = sa.text("due_at IS NOT NULL")
IN_FLIGHT = sa.text("state = 'sending'")


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "people",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("deactivated", sa.Boolean(), nullable=False),
        sa.Column("focus_kind", sa.String()),
        sa.Column("focus_id", sa.String()),
        sa.Column("refreshed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("workspace", "user", name=op.f("pk_people")),
    )
    op.create_table(
        "drafts",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_drafts")),
    )
    _index("drafts", "workspace", "author", "state", "touched_at")
    op.create_table(
        "goals",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("channel", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_goals")),
    )
    _index("goals", "workspace", "channel", "state")
    _create_what_hangs_below_goals()
    _create_boxes()


def _create_what_hangs_below_goals() -> None:
    op.create_table(
        "goal_people",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "goal", "user", name=op.f("pk_goal_people")),
        _of_goal("goal_people"),
    )
    _index("goal_people", "workspace", "user")
    op.create_table(
        "measurements",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sample", sa.Integer()),
        sa.Column("words", sa.Text()),
        sa.Column("corrects", sa.String()),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_measurements")),
        _of_goal("measurements"),
    )
    _index("measurements", "workspace", "goal", "measured_on")
    op.create_table(
        "check_ins",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("expected_value", sa.String()),
        sa.Column("expected_unit", sa.String()),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("wanted", sa.Integer()),
        sa.Column("done", sa.Integer()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("measurement", sa.String()),
        sa.Column("words", sa.Text()),
        sa.Column("nudged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_check_ins")),
        _of_goal("check_ins"),
    )
    _index("check_ins", "workspace", "goal", "asked_at")
    _index("check_ins", "workspace", "user", "state")
    op.create_table(
        "schedules",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("user", sa.String()),
        sa.Column("channel", sa.String()),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_schedules")),
        _of_goal("schedules"),
    )
    _index("schedules", "workspace", "goal")
    _index("schedules", "due_at")


def _create_boxes() -> None:
    op.create_table(
        "inbox",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "event", name=op.f("pk_inbox")),
    )
    _index("inbox", "seen_at")
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("dedupe_key", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("replaces_channel", sa.String()),
        sa.Column("replaces_ts", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("sent_channel", sa.String()),
        sa.Column("sent_ts", sa.String()),
        sa.Column("over_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("workspace", "dedupe_key", name=op.f("uq_outbox_workspace_dedupe_key")),
    )
    _index("outbox", "lane", "at", "seq", where=WAITS)
    _index("outbox", "workspace", "recipient", "at", "seq", where=WAITS)
    _index("outbox", "workspace", "recipient", where=IN_FLIGHT)


def downgrade() -> None:
    """Back to nothing."""
    for table in (
        "outbox",
        "inbox",
        "schedules",
        "check_ins",
        "measurements",
        "goal_people",
        "goals",
        "drafts",
        "people",
    ):
        op.drop_table(table)


def _index(table: str, *columns: str, where: sa.TextClause | None = None) -> None:
    name = op.f(f"ix_{table}_{'_'.join(columns)}")
    op.create_index(name, table, list(columns), sqlite_where=where, postgresql_where=where)


def _of_goal(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace", "goal"],
        ["goals.workspace", "goals.id"],
        name=op.f(f"fk_{table}_goals"),
        ondelete="CASCADE",
    )
