"""The people and channels that a new workspace starts with."""

from bot.playground.values import Channel, User, UserGroup

BOT_ID = "B0JALON00"
BOT_USER_ID = "U0JALON00"
SLACKBOT_ID = "USLACKBOT"
APP_ID = "A0JALON00"
APP_NAME = "Jalon"
TEAM_ID = "T0PLAYGRD"
TEAM_NAME = "Atelier Lumen"
TEAM_DOMAIN = "atelier-lumen"


def cast() -> list[User]:
    """Two leads, three agents, somebody who has left, the bot and Slackbot."""
    return [
        User(
            "U0CLAIRE0",
            "claire",
            "Claire Fontaine",
            "Responsable d’équipe",
            "fr-FR",
            "Europe/Paris",
            "#8e3b6f",
            True,
        ),
        User("U0SARAH00", "sarah", "Sarah Collins", "Team lead", "en-GB", "Europe/London", "#1f6f8b"),
        User(
            "U0KARIM00", "karim", "Karim Benali", "Conseiller clientèle", "fr-FR", "Europe/Paris", "#2f7d4f"
        ),
        User(
            "U0EMMA000",
            "emma",
            "Emma Tremblay",
            "Conseillère clientèle",
            "fr-CA",
            "America/Montreal",
            "#b2572b",
        ),
        User("U0JAMES00", "james", "James Wright", "Support agent", "en-GB", "Europe/London", "#4b57a8"),
        User(
            "U0PAUL000",
            "paul",
            "Paul Mercier",
            "Conseiller clientèle",
            "fr-FR",
            "Europe/Paris",
            "#777777",
            deleted=True,
        ),
        User(BOT_USER_ID, "jalon", APP_NAME, "", "en-US", "Europe/Paris", "#0f6b5c", is_bot=True),
        User(SLACKBOT_ID, "slackbot", "Slackbot", "", "en-US", "America/Los_Angeles", "#5b3b73", is_bot=True),
    ]


def channels(created: int) -> list[Channel]:
    """Four channels; Jalon is in three of them.

    Args:
        created: Seconds since the epoch.
    """
    everyone = ["U0CLAIRE0", "U0SARAH00", "U0KARIM00", "U0EMMA000", "U0JAMES00"]
    service = ["U0CLAIRE0", "U0KARIM00", "U0EMMA000", BOT_USER_ID]
    support = ["U0SARAH00", "U0JAMES00", "U0CLAIRE0", BOT_USER_ID]
    leads = ["U0CLAIRE0", "U0SARAH00"]
    return [
        Channel(
            "C0GENERAL", "general", "channel", [*everyone, BOT_USER_ID], created, "Tout le monde · Everyone"
        ),
        Channel("C0SERVICE", "service-client", "channel", service, created, "Le service client"),
        Channel("C0SUPPORT", "support", "channel", support, created, "Technical support"),
        Channel(
            "C0DIRECTN", "direction", "channel", leads, created, "Jalon n’y est pas · Jalon is not in it"
        ),
    ]


def groups() -> list[UserGroup]:
    """One user group, the agents."""
    return [UserGroup("S0AGENTS0", "agents", "Agents", ["U0KARIM00", "U0EMMA000", "U0JAMES00"])]
