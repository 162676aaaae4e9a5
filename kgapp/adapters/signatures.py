"""Ed25519, the locking of private keys with a password, and canonical JSON: the only room that knows ``cryptography``.

A locked key is ChaCha20-Poly1305 under a key that scrypt (RFC 7914) makes of the password: PKCS #8 as the library writes
it would use PBKDF2, which is far cheaper to guess through.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from typing import Any, Final

from kgapp.domain.errors import BadInput

_MAGIC: Final = b"KGLOCK1\n"
_HEAD: Final = struct.Struct(">8sB16s12s")
_LEAST: Final = 10
_MOST: Final = 20
"""Powers of two of scrypt's cost: 2^20 takes 1 GiB; a file that asks for more is refused."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Implements the port ``services.keys.Seals``. ``cost`` is the power of two of scrypt's cost: 17 takes 128 MiB."""

    cost: int = 17

    def new_private(self) -> bytes:
        """A new private key: 32 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.generate().private_bytes_raw()

    def public(self, private: bytes) -> bytes:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()

    def sign(self, private: bytes, message: bytes) -> bytes:
        """The signature of a message: 64 bytes, always the same for the same key and message."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(private).sign(message)

    def verified(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """Whether the signature is of this key and this message; the key itself was checked before."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def lock(self, content: bytes, password: str, about: bytes) -> bytes:
        """Content that only this password opens again, together with ``about``, which stays readable elsewhere."""
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        head = _HEAD.pack(_MAGIC, self.cost, os.urandom(16), os.urandom(12))
        _, cost, salt, nonce = _HEAD.unpack(head)
        return head + ChaCha20Poly1305(_stretched(password, salt, cost)).encrypt(nonce, content, head + about)

    def unlock(self, locked: bytes, password: str, about: bytes) -> bytes:
        """What was locked. Raises ``BadInput`` for another password and for what was altered."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        if len(locked) < _HEAD.size:
            raise _damaged()
        head = locked[: _HEAD.size]
        magic, cost, salt, nonce = _HEAD.unpack(head)
        if magic != _MAGIC or not _LEAST <= cost <= _MOST:
            raise _damaged()
        try:
            return ChaCha20Poly1305(_stretched(password, salt, cost)).decrypt(nonce, locked[_HEAD.size :], head + about)
        except InvalidTag as error:
            raise BadInput(
                "The key does not open: the password is another one, or the file of the key was altered.",
                hint="Type it again. A forgotten password cannot be recovered: make a new key and send its card.",
                page="exchange",
            ) from error

    def canonical(self, value: Any) -> bytes:
        """A JSON value in its one spelling (RFC 8785). Raises ``BadInput`` for what has none, such as a huge number."""
        import rfc8785

        try:
            return rfc8785.dumps(value)
        except (rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
            raise BadInput("This JSON has no canonical form.") from error


def _stretched(password: str, salt: bytes, cost: int) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    typed = unicodedata.normalize("NFC", password).encode()
    return Scrypt(salt=salt, length=32, n=1 << cost, r=8, p=1).derive(typed)


def _damaged() -> BadInput:
    return BadInput(
        "The file of the private key is damaged.", hint="Put it back from a backup, or make a new key.", page="exchange"
    )
