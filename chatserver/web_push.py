"""What is pushed to a browser: encrypted for it alone (RFC 8291), and signed by us (RFC 8292).

Pure: keys, salt and instants come in as arguments. Must never hold anything that is worth reading.
"""

from __future__ import annotations

import base64
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SALT_BYTES: Final = 16
_RECORD_BYTES: Final = 4096
_COORDINATE_BYTES: Final = 32
_VALID_S: Final = 12 * 3600
"""How long a push service may take our word; RFC 8292 allows a day."""
_LAST_RECORD: Final = b"\x02"
_USUAL_PORT: Final = ":443"
"""No push service is reached without TLS."""

Key = ec.EllipticCurvePrivateKey


class Browser(NamedTuple):
    """What a browser's subscription says of it, as it came: base64url."""

    p256dh: str
    auth: str


def new_key() -> Key:
    """A key of P-256: ours for good, or for one push."""
    return ec.generate_private_key(ec.SECP256R1())


def to_text(key: Key) -> str:
    """A key as it is kept: its one number, base64url."""
    return encoded(key.private_numbers().private_value.to_bytes(_COORDINATE_BYTES, "big"))


def from_text(text: str) -> Key:
    """A key that was kept."""
    return ec.derive_private_key(int.from_bytes(decoded(text), "big"), ec.SECP256R1())


def public(key: Key) -> bytes:
    """The point that anybody may know: 65 bytes."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def encrypt(
    words: bytes, browser: Browser, key: Key, salt: bytes, *, at_least_bytes: int = 0
) -> bytes:
    """One record that this browser alone can read. `key` and `salt` are for this once.

    Shorter words are padded to `at_least_bytes` (RFC 8188, 2), so that their length tells nothing.
    Raises ValueError when its public key is no point of the curve.
    """
    theirs, ours = decoded(browser.p256dh), public(key)
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
    shared = key.exchange(ec.ECDH(), point)
    # RFC 8291, 3.4: the secret of the subscription is mixed in, so that a push service that knows
    # the public keys can't read along.
    info = b"WebPush: info\x00" + theirs + ours
    mixed = _derived(shared, salt=decoded(browser.auth), info=info, length=32)
    # RFC 8188, 2.2 and 2.3.
    secret = _derived(mixed, salt=salt, info=b"Content-Encoding: aes128gcm\x00", length=16)
    nonce = _derived(mixed, salt=salt, info=b"Content-Encoding: nonce\x00", length=12)
    padding = bytes(max(0, at_least_bytes - len(words)))
    sealed = AESGCM(secret).encrypt(nonce, words + _LAST_RECORD + padding, None)
    return salt + _RECORD_BYTES.to_bytes(4, "big") + bytes([len(ours)]) + ours + sealed


def authorization(endpoint: str, key: Key, contact: str, now_ms: int) -> str:
    """The header that tells a push service who we are, and how to reach us."""
    parts = urlsplit(endpoint)
    claims = {
        # An origin does not name the port that its scheme has anyway (RFC 6454, 6.2).
        "aud": f"{parts.scheme}://{parts.netloc.removesuffix(_USUAL_PORT)}",
        "exp": now_ms // 1000 + _VALID_S,
        "sub": contact,
    }
    head = encoded(msgspec.json.encode({"typ": "JWT", "alg": "ES256"}))
    said = f"{head}.{encoded(msgspec.json.encode(claims))}"
    r, s = decode_dss_signature(key.sign(said.encode(), ec.ECDSA(hashes.SHA256())))
    signature = b"".join(number.to_bytes(_COORDINATE_BYTES, "big") for number in (r, s))
    return f"vapid t={said}.{encoded(signature)}, k={encoded(public(key))}"


def encoded(raw: bytes) -> str:
    """base64url without padding, as everything here is written."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The same, back."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _derived(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)
