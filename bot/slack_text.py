"""Slack's escapes in what people type."""


def unescape(text: str) -> str:
    """`&amp;`, `&lt;` and `&gt;` as the person typed them; mentions stay as they are."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
