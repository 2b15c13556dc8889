"""Files by content: what they really are, and where they lie."""

from kairyluu.gateways.files.recognise import (
    FileBroken,
    FileEmpty,
    FileTooBig,
    FileWrongType,
    Recognised,
    clean_name,
    recognise,
)
from kairyluu.gateways.files.store import (
    FileMissing,
    StoreAway,
    StoredFile,
    discard,
    lacks,
    list_stored,
    open,
    store,
)

__all__ = [
    "FileBroken",
    "FileEmpty",
    "FileMissing",
    "FileTooBig",
    "FileWrongType",
    "Recognised",
    "StoreAway",
    "StoredFile",
    "clean_name",
    "discard",
    "lacks",
    "list_stored",
    "open",
    "recognise",
    "store",
]
