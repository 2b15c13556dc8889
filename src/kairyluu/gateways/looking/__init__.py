"""Looking into a file: what in it could act by itself, and a copy of a picture that tells nothing of place and device."""

from kairyluu.gateways.looking.acting import UNREADABLE, acting_parts
from kairyluu.gateways.looking.pictures import PictureUnreadable, written_anew

__all__ = ["UNREADABLE", "PictureUnreadable", "acting_parts", "written_anew"]
