"""PDF files encrypted as PDF 1.4 has it (ISO 32000-1, 7.6: RC4, 40 bits)."""

import hashlib
from pathlib import Path

from tests.pages.made_pdfs import assembled

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_PERMISSIONS = -4
_IDENTITY = b"0123456789abcdef"
_CONTENT_NUMBER = 6


def encrypted_pdf(path: Path, text: str, user_password: str) -> Path:
    """A page with the text; the password is that of readers, empty where everyone may read."""
    owner_entry = _rc4(hashlib.md5(_padded("owner")).digest()[:5], _padded(user_password))
    permissions = _PERMISSIONS.to_bytes(4, "little", signed=True)
    key = hashlib.md5(_padded(user_password) + owner_entry + permissions + _IDENTITY).digest()[:5]
    content_key = hashlib.md5(key + _CONTENT_NUMBER.to_bytes(3, "little") + b"\0\0").digest()[:10]
    content = _rc4(content_key, f"BT /F3 10 Tf 50 700 Td ({text}) Tj ET".encode())
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
    page = f"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F3 3 0 R >> >> /Contents {_CONTENT_NUMBER} 0 R >>"
    stream = b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)
    entries = f"/O <{owner_entry.hex()}> /U <{_rc4(key, _PADDING).hex()}> /P {_PERMISSIONS}"
    trailer = f"/ID [<{_IDENTITY.hex()}> <{_IDENTITY.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 {entries} >>"
    path.write_bytes(assembled([font, font, page.encode(), stream], trailer=trailer))
    return path


def _padded(password: str) -> bytes:
    return (password.encode("cp1251") + _PADDING)[:32]


def _rc4(key: bytes, content: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for at in range(256):
        other = (other + state[at] + key[at % len(key)]) % 256
        state[at], state[other] = state[other], state[at]
    out, one, other = bytearray(), 0, 0
    for byte in content:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        out.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(out)
