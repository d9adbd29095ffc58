"""The settings of following up: by when somebody is to look, and how staff is told.

Must never need one of them: what has no way out still rings in the pages of whoever is there.
"""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

SECRET: Final = {"secret": True}
_ADDRESS_MAX: Final = 254
_URL_MAX: Final = 1000


class AlertSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `Config` says of alerts. The times are informed by crisis services; they are yours."""

    imminent_claim_s: Annotated[
        int,
        Meta(
            ge=30,
            le=600,
            description="Seconds within which somebody should have claimed a case in which a life "
            "is in danger now; then whoever is on call is told as well.",
        ),
    ] = 120
    imminent_outside_s: Annotated[
        int,
        Meta(
            ge=60,
            le=3600,
            description="Seconds after which such a case goes to administrators and outside "
            "channels, again and again until somebody claims it.",
        ),
    ] = 300
    imminent_contact_s: Annotated[
        int,
        Meta(ge=60, le=3600, description="Seconds within which somebody should have written."),
    ] = 300
    high_claim_min: Annotated[
        int,
        Meta(
            ge=1,
            le=120,
            description="Minutes within which somebody should have claimed a grave case; then "
            "whoever is on call is told.",
        ),
    ] = 10
    high_outside_min: Annotated[
        int,
        Meta(
            ge=2,
            le=240,
            description="Minutes after which a grave case goes to administrators and outside "
            "channels, again and again until somebody claims it.",
        ),
    ] = 20
    high_contact_min: Annotated[
        int,
        Meta(ge=1, le=240, description="Minutes within which somebody should have written."),
    ] = 15
    quiet_claim_min: Annotated[
        int,
        Meta(
            ge=5,
            le=2880,
            description="Minutes after which a quiet case is listed as overdue; the daily digest "
            "tells of it.",
        ),
    ] = 60
    quiet_contact_min: Annotated[
        int,
        Meta(ge=5, le=10_080, description="Minutes within which somebody should have written."),
    ] = 240
    imminent_follow_up_h: Annotated[
        int,
        Meta(ge=1, le=720, description="Hours after which to ask again, unless a helper decides."),
    ] = 24
    high_follow_up_h: Annotated[
        int, Meta(ge=1, le=720, description="The same after a grave case.")
    ] = 36
    quiet_follow_up_h: Annotated[
        int, Meta(ge=1, le=720, description="The same after a quiet case.")
    ] = 72
    alert_webhook: Annotated[
        str,
        Meta(
            max_length=_URL_MAX,
            description="An address that all of staff reads and that alerts are posted to, signed "
            "with `webhook_secret`: that someone needs a look, and nothing else. Empty: none.",
        ),
    ] = ""
    alert_emails: Annotated[
        tuple[str, ...],
        Meta(description="Addresses of staff that alerts are mailed to. Needs `smtp_host`."),
    ] = ()
    outside_contact_webhook: Annotated[
        str,
        Meta(
            max_length=_URL_MAX,
            description="Like `alert_webhook`, for a person outside of staff whom you named. They "
            "are told when nobody is on duty, when the only helper went silent, or when no "
            "moderator may see a case: that someone needs a look, and nothing else.",
        ),
    ] = ""
    outside_contact_email: Annotated[
        str,
        Meta(
            max_length=_ADDRESS_MAX,
            description="The address of that person. Needs `smtp_host`. Without one or the other, "
            "a case about the only moderator rings for administrators alone, who see that there "
            "is one and never whose; and one about the only person on staff reaches nobody.",
        ),
    ] = ""
    webhook_secret: Annotated[
        str,
        Meta(
            extra=SECRET,
            description="What webhooks are signed with, at least 16 characters: the receiver "
            "needs it too.",
        ),
    ] = ""
    smtp_host: Annotated[
        str, Meta(max_length=253, description="The server that sends our e-mail. Empty: none.")
    ] = ""
    smtp_port: Annotated[int, Meta(ge=1, le=65_535, description="Its port.")] = 587
    smtp_security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(
            description="How the line to it is kept private: from the second word on "
            "(`starttls`), from the first (`tls`), or not at all, for one on this machine (`none`)."
        ),
    ] = "starttls"
    smtp_user: Annotated[
        str, Meta(max_length=_ADDRESS_MAX, description="The name to sign in there. Empty: none.")
    ] = ""
    smtp_password: Annotated[
        str, Meta(extra=SECRET, description="The password to sign in there.")
    ] = ""
    mail_from: Annotated[
        str,
        Meta(
            max_length=_ADDRESS_MAX,
            description="The address that our e-mail comes from; push services hear it as well, "
            "so that they can reach you.",
        ),
    ] = ""
    push_hosts: Annotated[
        tuple[str, ...],
        Meta(
            description="The push services that the server may call, by host; with a dot in "
            "front, every host below it. No other address is ever called for a browser.",
        ),
    ] = (
        "fcm.googleapis.com",
        "updates.push.services.mozilla.com",
        ".push.apple.com",
        ".notify.windows.com",
    )
