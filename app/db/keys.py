"""The data key of a store and the two papers it can be locked away in: a passphrase and a recovery code.

The key is 256 random bits and never written down as it is. `<store>.keys.json` holds it wrapped: under the
passphrase (Argon2id, RFC 9106, then AES-256-GCM) and under the recovery code. The file is useless without one of the
two, and lost with neither. The system keyring, the third way, is `app.vault`'s.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.db.cipher import KEY_BYTES
from app.errors import UserError

FORMAT = 1
LEAST_PASSPHRASE = 8

# RFC 9106, second recommended choice: 64 MiB, three passes, four lanes. About 0.1 s.
MEMORY_KIB = 65_536
PASSES = 3
LANES = 4
# A file from elsewhere must not make this program allocate all memory.
_MOST_MEMORY_KIB = 1_048_576

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS = 7
_GROUP = 5
_CODE_BYTES = 20
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_key() -> bytes:
    """A fresh data key."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_code() -> str:
    """A code of 160 random bits with 15 check bits, in seven groups of five: `7K3QF-…`.

    The letters are Crockford's (no I, L, O, U), so that the code survives being written by hand.
    """
    return _spell(secrets.token_bytes(_CODE_BYTES))


def read_recovery_code(text: str) -> bytes:
    """The 160 bits of a code as typed: case, spaces and dashes do not matter, O is read as 0, I and L as 1.

    Raises:
        UserError: `store.recovery_code_mistyped` when the length or the check characters are wrong.
    """
    typed = "".join(each for each in text.upper() if each.isalnum()).translate(_READ_AS)
    if len(typed) != _GROUPS * _GROUP or any(each not in _ALPHABET for each in typed):
        raise UserError("store.recovery_code_mistyped", expected=_GROUPS * _GROUP, found=len(typed))
    bits = 0
    for each in typed:
        bits = bits << 5 | _ALPHABET.index(each)
    secret = (bits >> 15).to_bytes(_CODE_BYTES, "big")
    if bits & 0x7FFF != _check_bits(secret):
        raise UserError("store.recovery_code_mistyped", expected=_GROUPS * _GROUP, found=len(typed))
    return secret


def _spell(secret: bytes) -> str:
    bits = int.from_bytes(secret, "big") << 15 | _check_bits(secret)
    letters = [_ALPHABET[bits >> shift & 31] for shift in range((_GROUPS * _GROUP - 1) * 5, -1, -5)]
    return "-".join("".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP))


def _check_bits(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"beian-desk recovery code" + secret).digest()[:2], "big") & 0x7FFF


@dataclass(frozen=True, slots=True)
class KeyFile:
    """`<store>.keys.json`: what is in it and how it changes. Written beside and replaced, readable by its owner only."""

    path: Path

    @classmethod
    def of(cls, store: Path) -> KeyFile:
        """The key file of a store."""
        return cls(store.with_name(store.name + ".keys.json"))

    @property
    def has_passphrase(self) -> bool:
        """Whether the key can be had by a passphrase."""
        return "passphrase" in self._read()

    @property
    def has_recovery(self) -> bool:
        """Whether the key can be had by the recovery code."""
        return "recovery" in self._read()

    def lock_with_passphrase(self, key: bytes, passphrase: str) -> None:
        """Wrap the key under a passphrase, in place of an earlier one.

        Raises:
            UserError: `store.passphrase_short`.
        """
        _require_length(passphrase)
        salt = secrets.token_bytes(16)
        wrapped = {"kdf": "argon2id", "memory_kib": MEMORY_KIB, "passes": PASSES, "lanes": LANES, "salt": _text(salt)}
        wrapped |= _wrap(_stretch(_said(passphrase), salt, MEMORY_KIB, PASSES, LANES), key, "passphrase")
        self._change(lambda content: content | {"passphrase": wrapped})

    def forget_passphrase(self) -> None:
        """Leave the key to the keyring and the recovery code."""
        self._change(lambda content: {name: value for name, value in content.items() if name != "passphrase"})

    def unlock_with_passphrase(self, passphrase: str) -> bytes:
        """The key.

        Raises:
            UserError: `store.wrong_passphrase`, `store.no_passphrase`, `store.key_file_damaged`.
        """
        entry = self._entry("passphrase", "store.no_passphrase")
        try:
            salt = _bytes(entry["salt"])
            memory, passes, lanes = (int(entry[name]) for name in ("memory_kib", "passes", "lanes"))
            if not (8 * lanes <= memory <= _MOST_MEMORY_KIB and 1 <= passes <= 64 and 1 <= lanes <= 64):
                raise ValueError("parameters out of bounds")
            return _unwrap(_stretch(_said(passphrase), salt, memory, passes, lanes), entry, "passphrase")
        except InvalidTag as error:
            raise UserError("store.wrong_passphrase") from error
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("store.key_file_damaged", path=str(self.path)) from error

    def offer_recovery_code(self, key: bytes) -> str:
        """Wrap the key under a new recovery code, in place of an earlier one, and return the code: this once only."""
        code = new_recovery_code()
        wrapped = _wrap(_from_code(read_recovery_code(code)), key, "recovery")
        self._change(lambda content: content | {"recovery": wrapped})
        return code

    def unlock_with_recovery_code(self, code: str) -> bytes:
        """The key.

        Raises:
            UserError: `store.recovery_code_mistyped`, `store.wrong_recovery_code`, `store.no_recovery_code`,
                `store.key_file_damaged`.
        """
        entry = self._entry("recovery", "store.no_recovery_code")
        secret = read_recovery_code(code)
        try:
            return _unwrap(_from_code(secret), entry, "recovery")
        except InvalidTag as error:
            raise UserError("store.wrong_recovery_code") from error
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("store.key_file_damaged", path=str(self.path)) from error

    def _entry(self, name: str, absent: str) -> dict[str, Any]:
        entry = self._read().get(name)
        if entry is None:
            raise UserError(absent)
        if not isinstance(entry, dict):
            raise UserError("store.key_file_damaged", path=str(self.path))
        return entry

    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise UserError("store.key_file_damaged", path=str(self.path)) from error
        if not isinstance(content, dict):
            raise UserError("store.key_file_damaged", path=str(self.path))
        if content.get("format") != FORMAT:
            raise UserError("store.newer", path=str(self.path))
        return content

    def _change(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        content = {"format": FORMAT} | change(self._read())
        beside = self.path.with_name(self.path.name + ".new")
        try:
            beside.unlink(missing_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(content, stream, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(beside, self.path)
        except OSError as error:
            raise UserError("store.read_only", path=str(self.path)) from error


def _require_length(passphrase: str) -> None:
    if len(passphrase) < LEAST_PASSPHRASE:
        raise UserError("store.passphrase_short", least=LEAST_PASSPHRASE)


def _said(passphrase: str) -> bytes:
    # The same characters typed on another system may come composed differently.
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _stretch(secret: bytes, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    return hash_secret_raw(secret, salt, passes, memory_kib, lanes, 32, Type.ID)


def _from_code(secret: bytes) -> bytes:
    # 160 random bits need no stretching.
    return hashlib.sha256(b"beian-desk recovery key" + secret).digest()


def _wrap(wrapping: bytes, key: bytes, purpose: str) -> dict[str, str]:
    nonce = secrets.token_bytes(12)
    return {"nonce": _text(nonce), "wrapped": _text(AESGCM(wrapping).encrypt(nonce, key, purpose.encode()))}


def _unwrap(wrapping: bytes, entry: dict[str, Any], purpose: str) -> bytes:
    key = AESGCM(wrapping).decrypt(_bytes(entry["nonce"]), _bytes(entry["wrapped"]), purpose.encode())
    if len(key) != KEY_BYTES:
        raise ValueError("not a data key")
    return key


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
