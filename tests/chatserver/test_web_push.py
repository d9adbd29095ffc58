"""What a push service carries: only the browser reads it, and it tells who we are."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from chatserver import web_push
from chatserver.web_push import Browser, decoded, encoded
from tests.support.push_service import Subscriber

# RFC 8291, appendix A.
WORDS = b"When I grow up, I want to be a watermelon"
OURS = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
THEIRS = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
BROWSER = Browser(
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "BTBZMqHH6r4Tts7J_aSIgg",
)
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
    "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_standard() -> None:
    body = web_push.encrypt(WORDS, BROWSER, web_push.from_text(OURS), decoded(SALT))
    assert encoded(body) == BODY


def test_the_browser_of_the_standard_reads_it() -> None:
    reading = Subscriber(web_push.from_text(THEIRS), decoded(BROWSER.auth))
    assert reading.browser == BROWSER
    assert reading.read(decoded(BODY)) == WORDS


def test_how_long_the_words_are_is_not_told() -> None:
    def pushed(words: bytes) -> bytes:
        salt = decoded(SALT)
        return web_push.encrypt(words, BROWSER, web_push.new_key(), salt, at_least_bytes=200)

    reading = Subscriber(web_push.from_text(THEIRS), decoded(BROWSER.auth))
    assert len(pushed(b"")) == len(pushed(WORDS)) == len(pushed(b"w" * 200))
    assert [reading.read(pushed(words)) for words in (b"", WORDS)] == [b"", WORDS]


def test_another_browser_does_not() -> None:
    body = web_push.encrypt(WORDS, BROWSER, web_push.new_key(), decoded(SALT))
    with pytest.raises(Exception, match=r"^$"):
        Subscriber(web_push.new_key(), decoded(BROWSER.auth)).read(body)


def test_a_key_that_is_no_point_is_refused() -> None:
    nonsense = Browser("B" + "A" * 86, "A" * 22)
    with pytest.raises(ValueError):
        web_push.encrypt(WORDS, nonsense, web_push.new_key(), decoded(SALT))


def test_a_key_is_the_same_when_it_was_kept() -> None:
    key = web_push.new_key()
    again = web_push.from_text(web_push.to_text(key))
    assert web_push.public(again) == web_push.public(key)


@pytest.mark.parametrize(
    ("place", "origin"),
    [("push.example:8443", "push.example:8443"), ("push.example:443", "push.example")],
)
def test_the_header_says_who_we_are_for_half_a_day(place: str, origin: str) -> None:
    key = web_push.new_key()
    header = web_push.authorization(f"https://{place}/x?y", key, "mailto:us@example.org", 1_000_000)
    scheme, token, public = header.replace(",", "").split(" ")
    assert (scheme, public) == ("vapid", f"k={encoded(web_push.public(key))}")
    said, _, signature = token.removeprefix("t=").rpartition(".")
    head, claims = (msgspec.json.decode(decoded(part)) for part in said.split("."))
    assert head == {"typ": "JWT", "alg": "ES256"}
    assert claims == {
        "aud": f"https://{origin}",
        "exp": 1000 + 12 * 3600,
        "sub": "mailto:us@example.org",
    }
    raw = decoded(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.public_key().verify(der, said.encode(), ec.ECDSA(hashes.SHA256()))
    with pytest.raises(InvalidSignature):
        key.public_key().verify(der, b"something else", ec.ECDSA(hashes.SHA256()))
