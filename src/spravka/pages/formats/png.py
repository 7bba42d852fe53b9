"""Writing PNG images (ISO/IEC 15948) with nothing but zlib: the drawing process loads no image library."""

import ctypes
import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB_8_BITS = (8, 2, 0, 0, 0)
_LEVEL = 6
_Rows = ctypes.Array[ctypes.c_char]


def png(rows: _Rows, width: int, height: int) -> bytes:
    """An image of red, green and blue bytes, row after row without gaps."""
    header = struct.pack(">IIBBBBB", width, height, *_RGB_8_BITS)
    chunks = ((b"IHDR", header), (b"IDAT", _packed(rows, 3 * width, height)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _packed(rows: _Rows, stride: int, height: int) -> bytes:
    packer = zlib.compressobj(_LEVEL)
    view = memoryview(rows)
    packed = []
    for row in range(height):
        packed.append(packer.compress(b"\x00"))
        packed.append(packer.compress(view[row * stride : (row + 1) * stride]))
    return b"".join((*packed, packer.flush()))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
