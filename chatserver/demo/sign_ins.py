"""Ways in: passphrases and second factors for those whom a visitor can be, tokens for the others.

Must never weaken what staff need: whoever is on staff here has an app's digits like everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import msgspec
import pyotp

from chatserver.demo.story import Person, SignInAs, Story
from chatserver.demo.telling import Then, Told
from rooms.people.person import Role
from web.accounts import recovery, second_factor, sessions, store

if TYPE_CHECKING:
    from chatserver.database import Database
    from rooms.work import Work
    from web.accounts.hashing import Hasher

_WORDS: Final = (
    "acorn anchor apple apron autumn badge basket bench berry blanket boots bottle breeze bridge "
    "brush bucket butter candle canoe carpet cedar chair cherry clover coat copper corner cotton "
    "crate cricket cup daisy door dough drum feather fence fern ferry field flute forest garden "
    "gate ginger glove gravel hazel hill honey island ivory jacket kettle kite ladder lantern "
    "laundry lemon letter linen maple meadow mitten moss mug needle nutmeg oven paddle pebble "
    "pepper pillow pine plum pocket pond porch quilt raft rain ribbon river rope saddle sail salt "
    "scarf shell spoon stairs straw stream sugar table teapot thimble thread ticket toast towel "
    "trail turnip umbrella velvet walnut willow window wool"
).split()
_WORDS_IN_PASSPHRASE: Final = 4
_TOKEN_DAYS: Final = 2
_A_MINUTE_MS: Final = 60_000


class SignIn(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody needs to come in as a person of the story."""

    role: SignInAs
    handle: str
    passphrase: str
    secret: str = ""
    """What an authenticator app is given; empty where none is asked for."""

    def code_at(self, now_ms: int) -> str:
        """The digits that an app would show."""
        return pyotp.TOTP(self.secret).at(now_ms // 1000)


async def open_accounts(
    database: Database,
    story: Story,
    told: Told,
    hasher: Hasher,
    *,
    new_token: Callable[[], str],
    now: int,
) -> list[SignIn]:
    """Let visitors sign in as those whom the story keeps free for them."""
    found = []
    for person in story.people.values():
        if person.sign_in is None:
            continue
        passphrase = passphrase_of(new_token())
        made = await hasher.make(passphrase)
        codes = recovery.make_codes(new_token)
        user_id = told.people[person.handle]

        def settle(
            work: Work, person: Person = person, user_id: str = user_id, made: str = made
        ) -> str:
            work.sql.run(store.ADD_CREDENTIAL, user_id=user_id, passphrase_hash=made)
            recovery.store_codes(work, user_id, codes)  # noqa: B023 - runs before the next turn
            # A while ago, so that the digits of now have not been used.
            then = Then(work, now - 10 * _A_MINUTE_MS)
            return "" if person.role is Role.MEMBER else _app_of(then, user_id, new_token)

        secret = await database.write(settle)
        found.append(SignIn(person.sign_in, person.handle, passphrase, secret))

    def equip(work: Work) -> None:
        """Others on staff have an app as well, though nobody comes in as them."""
        then = Then(work, now - 10 * _A_MINUTE_MS)
        for person in story.people.values():
            if person.role is not Role.MEMBER and person.sign_in is None:
                _app_of(then, told.people[person.handle], new_token)

    await database.write(equip)
    return sorted(found, key=lambda each: _ORDER.index(each.role))


async def tokens(
    database: Database, story: Story, told: Told, new_token: Callable[[], str]
) -> Mapping[str, str]:
    """A token for each person who is played, by handle."""
    made = {person.handle: new_token() for person in story.people.values() if person.plays}

    def start(work: Work) -> None:
        for handle, token in made.items():
            sessions.start(work, told.people[handle], token, _TOKEN_DAYS)

    await database.write(start)
    return made


def passphrase_of(token: str) -> str:
    """A few words that the chance in a token chooses."""
    chance = int.from_bytes(hashlib.sha256(token.encode()).digest())
    words = []
    for _ in range(_WORDS_IN_PASSPHRASE):
        chance, which = divmod(chance, len(_WORDS))
        words.append(_WORDS[which])
    return " ".join(words)


def _app_of(work: Work, user_id: str, new_token: Callable[[], str]) -> str:
    """Set up an authenticator app, as staff do right after they came in; its secret."""
    first = sessions.start(work, user_id, new_token(), 1, stepped_up=True)
    secret = second_factor.offer(work, first, new_token, "").secret
    second_factor.confirm(work, user_id, pyotp.TOTP(secret).at(work.now // 1000))
    sessions.sign_out(work, first)
    return secret


_ORDER: Final[tuple[SignInAs, ...]] = ("member", "facilitator", "moderator", "administrator")
