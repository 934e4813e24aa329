"""What Slack's errors mean for a message: whether it may be sent again, and when. One table for all codes."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is to be done about a call that failed."""

    PERMANENT = "permanent"
    """Trying again cannot help."""
    TRANSIENT = "transient"
    """Nothing was done; it may be tried again after a while."""
    RATE_LIMITED = "rate_limited"
    """Nothing was done; it may be tried again when Slack says so."""
    IN_DOUBT = "in_doubt"
    """It may have been done: look before trying again."""


class Reason(StrEnum):
    """Why a call failed, to be put into words elsewhere."""

    CHANNEL_GONE = "channel_gone"
    NOT_IN_CHANNEL = "not_in_channel"
    NOT_ALLOWED = "not_allowed"
    PERSON_GONE = "person_gone"
    MESSAGE_GONE = "message_gone"
    MALFORMED = "malformed"
    SCOPE = "scope"
    UNINSTALLED = "uninstalled"
    TOKEN = "token"  # noqa: S105 - the name of a reason
    TOO_OFTEN = "too_often"
    SLACK_FAILED = "slack_failed"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"
    UNVERIFIABLE = "unverifiable"
    """It may have been sent, and the channel's history cannot be read to find out."""
    UNKNOWN = "unknown"


FAULTS: dict[str, tuple[Kind, Reason]] = {
    code: meaning
    for meaning, codes in {
        (Kind.IN_DOUBT, Reason.SLACK_FAILED): "internal_error fatal_error service_unavailable update_failed",
        (Kind.RATE_LIMITED, Reason.TOO_OFTEN): "ratelimited rate_limited message_limit_exceeded",
        (Kind.TRANSIENT, Reason.SLACK_FAILED): (
            "request_timeout team_added_to_org org_login_required external_channel_migrating"
            " streaming_state_conflict"
        ),
        (Kind.TRANSIENT, Reason.TOKEN): "invalid_auth not_authed token_expired",
        (Kind.TRANSIENT, Reason.NOT_ALLOWED): "accesslimited ekm_access_denied",
        (Kind.PERMANENT, Reason.UNINSTALLED): "account_inactive token_revoked team_not_found",
        (Kind.PERMANENT, Reason.SCOPE): (
            "missing_scope not_allowed_token_type no_permission team_access_not_granted"
        ),
        (Kind.PERMANENT, Reason.CHANNEL_GONE): (
            "channel_not_found is_archived is_inactive channel_is_limited_access"
        ),
        (Kind.PERMANENT, Reason.NOT_IN_CHANNEL): "not_in_channel",
        (Kind.PERMANENT, Reason.NOT_ALLOWED): (
            "access_denied restricted_action restricted_action_non_threadable_channel"
            " restricted_action_read_only_channel restricted_action_thread_locked"
            " restricted_action_thread_only_channel posting_to_channel_denied messages_tab_disabled"
            " enterprise_is_restricted slack_connect_canvas_sharing_blocked"
            " slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked"
        ),
        (Kind.PERMANENT, Reason.PERSON_GONE): (
            "user_not_found user_disabled user_not_visible users_not_found cannot_dm_bot not_enough_users"
            " invalid_user_combination"
        ),
        (Kind.PERMANENT, Reason.MESSAGE_GONE): (
            "message_not_found cant_update_message edit_window_closed block_mismatch"
            " file_deleted file_is_deleted file_not_found"
        ),
        (Kind.PERMANENT, Reason.MALFORMED): (
            "invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema"
            " metadata_too_large metadata_must_be_sent_from_app msg_blocks_too_long msg_too_long no_text"
            " markdown_text_conflict too_many_attachments attachment_payload_limit_exceeded"
            " missing_file_data too_many_contact_cards invalid_attachments invalid_arguments invalid_arg_name"
            " invalid_array_arg invalid_charset invalid_form_data invalid_json json_not_object"
            " invalid_post_type missing_post_type invalid_trigger_id expired_trigger_id"
            " trigger_exchanged invalid_cursor invalid_ts_oldest invalid_ts_latest"
            " cannot_reply_to_message as_user_not_supported duplicate_external_id push_limit_reached"
            " view_too_large hash_conflict"
        ),
    }.items()
    for code in codes.split()
}
"""What each of Slack's codes means. One that is not here is a refusal that we do not know: permanent."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What became of a call that failed."""

    kind: Kind
    reason: Reason
    code: str = ""
    """Slack's own code, or the name of the transport's error."""
    retry_after: float = 1.0
    """Seconds to wait, where Slack said so."""

    def __str__(self) -> str:
        """For the outbox and the log."""
        return f"{self.reason}: {self.code}" if self.code else self.reason


class SlackFault(Exception):
    """A call to Slack that failed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def classify(code: str, status: int = 200, retry_after: str | None = None) -> Fault:
    """The meaning of Slack's answer.

    Args:
        code: Slack's error code; empty where the body had none.
        status: the HTTP status.
        retry_after: the `Retry-After` header, in seconds.
    """
    wait = float(retry_after) if retry_after and retry_after.isdecimal() else 1.0
    if status == 429:
        return Fault(Kind.RATE_LIMITED, Reason.TOO_OFTEN, code or "429", max(wait, 1.0))
    if code in FAULTS:
        return Fault(*FAULTS[code], code, max(wait, 1.0))
    if status >= 500 or (status == 200 and not code):
        return Fault(Kind.IN_DOUBT, Reason.SLACK_FAILED, code or str(status))
    if not code:  # a proxy, or not Slack at all
        return Fault(Kind.TRANSIENT, Reason.UNREACHABLE, str(status))
    return Fault(Kind.PERMANENT, Reason.UNKNOWN, code)
