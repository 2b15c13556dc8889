"""Pictures: the copy is drawn from the dots, so that nothing
else of the file goes along: no place, no device, no preview of what was cut away, nothing behind the end."""

from __future__ import annotations

import io
import struct
import warnings
from typing import BinaryIO

from kairyluu.gateways.files.dots import MOST_DOTS

_QUALITY = 90
_JPG = "image/jpeg"


class PictureUnreadable(Exception):
    """No picture comes out of it."""


def written_anew(content: BinaryIO, media_type: str) -> BinaryIO:
    """Turned as the camera was held, of the same kind; raises `PictureUnreadable`."""
    from PIL import Image, ImageOps

    content.seek(0)
    anew = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(content, formats=("JPEG", "PNG")) as picture:
                if picture.width * picture.height > MOST_DOTS:
                    raise PictureUnreadable("too large")
                turned = ImageOps.exif_transpose(picture)
                _save(turned, anew, media_type)
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, struct.error) as fault:
        raise PictureUnreadable(type(fault).__name__) from fault
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise PictureUnreadable("too large") from bomb
    anew.seek(0)
    return anew


def _save(picture: object, anew: BinaryIO, media_type: str) -> None:
    from PIL import Image

    assert isinstance(picture, Image.Image)
    has_holes = "A" in picture.getbands() or "transparency" in picture.info
    if media_type == _JPG:
        plain = picture.convert("RGB")
    else:
        plain = picture.convert("RGBA" if has_holes else "RGB" if picture.mode not in ("L", "1") else "L")
    plain.info.clear()
    if media_type == _JPG:
        plain.save(anew, "JPEG", quality=_QUALITY, optimize=True)
    else:
        plain.save(anew, "PNG", compress_level=6)
