"""SQL for credentials."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from rooms.people.tables import person
from web.accounts.tables import credential

ADD_CREDENTIAL = insert(credential).values(
    user_id=bindparam("user_id"), passphrase_hash=bindparam("passphrase_hash")
)

CHANGE_CREDENTIAL = (
    update(credential)
    .where(
        credential.c.user_id == bindparam("of_user"),
        credential.c.passphrase_hash == bindparam("old_hash"),
    )
    .values(passphrase_hash=bindparam("new_hash"))
)

# Whatever there was before, and whether there was anything.
SET_CREDENTIAL = (
    insert(credential)
    .values(user_id=bindparam("user_id"), passphrase_hash=bindparam("passphrase_hash"))
    .on_conflict_do_update(
        index_elements=["user_id"], set_={"passphrase_hash": bindparam("new_hash")}
    )
)

CREDENTIAL_BY_KEY = (
    select(person.c.user_id, credential.c.passphrase_hash)
    .join_from(person, credential, person.c.user_id == credential.c.user_id)
    .where(person.c.handle_key == bindparam("handle_key"))
)

CREDENTIAL_OF = select(credential.c.passphrase_hash).where(
    credential.c.user_id == bindparam("user_id")
)
