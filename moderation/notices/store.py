"""Alerts, notices and where they go, in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from moderation.cases.case import CaseState
from moderation.cases.tables import case as follow_up
from moderation.notices.tables import alert, notice, push_subscription
from moderation.severity import RANK, Severity

# In the page --------------------------------------------------------------------------------------

ADD_ALERT = insert(alert).values(
    alert_id=bindparam("alert_id"),
    user_id=bindparam("user_id"),
    what=bindparam("what"),
    severity=bindparam("severity"),
    case_id=bindparam("case_id"),
    device_id=bindparam("device_id"),
    at=bindparam("now"),
    until=bindparam("until"),
)
# Somebody has the case, or it is closed: whoever came now would come for nothing.
_is_taken = exists().where(
    follow_up.c.case_id == alert.c.case_id, follow_up.c.state != CaseState.OPEN.value
)
RINGING = (
    select(alert.c.alert_id, alert.c.what, alert.c.severity, alert.c.at)
    .where(
        alert.c.user_id == bindparam("user_id"),
        alert.c.at > bindparam("since"),
        alert.c.until > bindparam("now"),
        alert.c.heard_at.is_(None),
        alert.c.device_id.is_(None),
        or_(alert.c.case_id.is_(None), ~_is_taken),
    )
    .order_by(alert.c.at.desc(), alert.c.alert_id)
    .limit(bindparam("limit"))
)
HEAR = (
    update(alert)
    .where(
        alert.c.alert_id == bindparam("of_alert_id"),
        alert.c.user_id == bindparam("of_user_id"),
        alert.c.heard_at.is_(None),
        alert.c.until > bindparam("now"),
    )
    .values(heard_at=bindparam("now"))
)
ALERT = select(alert.c.what, alert.c.device_id, alert.c.heard_at, alert.c.until).where(
    alert.c.alert_id == bindparam("alert_id"), alert.c.user_id == bindparam("user_id")
)

# Outside the page ---------------------------------------------------------------------------------

ADD_NOTICE = (
    insert(notice)
    .values(
        notice_id=bindparam("notice_id"),
        channel=bindparam("channel"),
        addressee=bindparam("addressee"),
        what=bindparam("what"),
        case_id=bindparam("case_id"),
        at=bindparam("now"),
        due_at=bindparam("now"),
        until=bindparam("until"),
        tries=0,
        state="waiting",
    )
    .on_conflict_do_nothing(index_elements=["channel", "addressee", "case_id", "at"])
)
DUE_NOTICES = (
    select(
        notice.c.notice_id,
        notice.c.channel,
        notice.c.addressee,
        notice.c.what,
        notice.c.case_id,
        notice.c.until,
        notice.c.tries,
        exists()
        .where(follow_up.c.case_id == notice.c.case_id, follow_up.c.state != CaseState.OPEN.value)
        .label("is_taken"),
    )
    .where(notice.c.due_at <= bindparam("now"))
    .order_by(notice.c.due_at, notice.c.notice_id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=notice)
)
PUT_OFF = (
    update(notice)
    .where(notice.c.notice_id == bindparam("of_notice_id"))
    .values(due_at=bindparam("new_due_at"), tries=notice.c.tries + 1)
)
SETTLE = (
    update(notice)
    .where(notice.c.notice_id == bindparam("of_notice_id"), notice.c.due_at.is_not(None))
    .values(due_at=None, state=bindparam("new_state"), ended_at=bindparam("now"))
)
WAITING = select(func.count()).select_from(notice).where(notice.c.due_at.is_not(None))
ANY_DUE = select(notice.c.notice_id).where(notice.c.due_at <= bindparam("now")).limit(1)
BACK = (
    update(notice)
    .where(notice.c.due_at.is_not(None))
    .values(
        due_at=notice.c.due_at - bindparam("ahead"),
        until=notice.c.until - bindparam("ahead"),
    )
)

# Push ---------------------------------------------------------------------------------------------

_put = insert(push_subscription).values(
    push_id=bindparam("push_id"),
    user_id=bindparam("user_id"),
    endpoint=bindparam("endpoint"),
    p256dh=bindparam("p256dh"),
    auth=bindparam("auth"),
    sign_in_id=bindparam("sign_in_id"),
    at=bindparam("now"),
)
# The same browser with somebody else signed in: it is theirs now.
SUBSCRIBE = _put.on_conflict_do_update(
    index_elements=["endpoint"],
    set_={name: _put.excluded[name] for name in ("user_id", "p256dh", "auth", "sign_in_id", "at")},
)
UNSUBSCRIBE = delete(push_subscription).where(
    push_subscription.c.user_id == bindparam("of_user_id"),
    push_subscription.c.endpoint == bindparam("of_endpoint"),
)
SUBSCRIBED = (
    select(func.count())
    .select_from(push_subscription)
    .where(push_subscription.c.user_id == bindparam("user_id"))
)
PUSHES_OF = (
    select(push_subscription.c.push_id, push_subscription.c.sign_in_id)
    .where(push_subscription.c.user_id == bindparam("user_id"))
    .order_by(push_subscription.c.push_id)
    .limit(bindparam("limit"))
)
PUSH = select(
    push_subscription.c.endpoint, push_subscription.c.p256dh, push_subscription.c.auth
).where(push_subscription.c.push_id == bindparam("push_id"))
PUSH_GONE = delete(push_subscription).where(push_subscription.c.push_id == bindparam("of_push_id"))
SIGNED_OUT = delete(push_subscription).where(
    push_subscription.c.sign_in_id == bindparam("of_sign_in_id")
)
PUSH_OF = (
    select(push_subscription.c.at, push_subscription.c.push_id, push_subscription.c.endpoint)
    .where(
        push_subscription.c.user_id == bindparam("user_id"),
        push_subscription.c.push_id > bindparam("after_id"),
    )
    .order_by(push_subscription.c.push_id)
    .limit(bindparam("limit"))
)

# The daily digest ---------------------------------------------------------------------------------

_is_quiet = follow_up.c.rank < RANK[Severity.HIGH]
OVERDUE_ABOUT = (
    select(follow_up.c.member_id)
    .distinct()
    .where(
        follow_up.c.runs == 1,
        follow_up.c.kind == "real",
        follow_up.c.state == CaseState.OPEN.value,
        follow_up.c.stage > 0,
        _is_quiet,
    )
    .limit(bindparam("limit"))
)

# Terms and removal --------------------------------------------------------------------------------

FORGET_ALERTS = delete(alert).where(
    alert.c.alert_id.in_(
        select(alert.c.alert_id).where(alert.c.at <= bindparam("before")).limit(bindparam("limit"))
    )
)
FORGET_NOTICES = delete(notice).where(
    notice.c.notice_id.in_(
        select(notice.c.notice_id)
        .where(notice.c.at <= bindparam("before"), notice.c.due_at.is_(None))
        .limit(bindparam("limit"))
    )
)
FORGET_ALERTS_OF = delete(alert).where(
    alert.c.alert_id.in_(
        select(alert.c.alert_id)
        .where(alert.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_PUSHES_OF = delete(push_subscription).where(
    push_subscription.c.user_id == bindparam("of_user_id")
)
