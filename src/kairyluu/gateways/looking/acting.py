"""What in a document could act by itself. Found parts are flagged, never removed: the document is what was sent."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

PDF = "application/pdf"
DOC = "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The words of the flags; each has a sentence at the download.
SCRIPT, LAUNCH, ACTION, EMBEDDED, MACRO, REMOTE = "script", "launch", "action", "embedded", "macro", "remote"
LOCKED, UNREADABLE = "locked", "unreadable"
_MOST_OBJECTS = 50_000
_KINDS = {
    "/JavaScript": SCRIPT,
    "/Launch": LAUNCH,
    **dict.fromkeys(
        ("/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute"), ACTION
    ),
}
_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros", "VBA"))


def acting_parts(content: BinaryIO, media_type: str) -> tuple[str, ...]:
    """The flags, sorted."""
    content.seek(0)
    found: set[str] = set()
    if media_type == PDF:
        found.update(_of_pdf(content))
    elif media_type == DOC:
        found.update(_of_doc(content.read()))
    elif media_type == DOCX:
        found.update(_of_docx(content))
    return tuple(sorted(found))


def _of_pdf(content: BinaryIO) -> Iterator[str]:
    import pikepdf

    try:
        with pikepdf.open(content, suppress_warnings=True) as document:
            for n, thing in enumerate(document.objects):
                if n > _MOST_OBJECTS:
                    yield UNREADABLE
                    return
                yield from _of_thing(thing, 0)
    except pikepdf.PasswordError:
        yield LOCKED
    except (pikepdf.PdfError, RuntimeError, ValueError, RecursionError):
        yield UNREADABLE


def _of_thing(thing: Any, depth: int) -> Iterator[str]:
    """One object, with what is written inside it; what it only points at has its own turn."""
    import pikepdf

    if depth > 30:
        return
    if isinstance(thing, pikepdf.Array):
        for one in thing:
            if isinstance(one, pikepdf.Object) and not one.is_indirect:
                yield from _of_thing(one, depth + 1)
        return
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    yield from _of_keys(thing)
    for _, one in thing.items():
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from _of_thing(one, depth + 1)


def _of_keys(thing: Any) -> Iterator[str]:
    kind = str(thing.get("/S", ""))
    if kind in _KINDS:
        yield _KINDS[kind]
    if "/JS" in thing or "/JavaScript" in thing:
        yield SCRIPT
    if "/AA" in thing:
        yield ACTION
    if (
        "/EmbeddedFiles" in thing
        or str(thing.get("/Type", "")) in ("/EmbeddedFile", "/Filespec")
        and "/EF" in thing
    ):
        yield EMBEDDED
    if "/XFA" in thing:
        yield SCRIPT


def _of_doc(read: bytes) -> Iterator[str]:
    """Names of streams stand in the directory of the file as two bytes a letter."""
    if any(name in read for name in _MACROS):
        yield MACRO
    if "ObjectPool".encode("utf-16-le") in read:
        yield EMBEDDED


def _of_docx(content: BinaryIO) -> Iterator[str]:
    try:
        with zipfile.ZipFile(content) as packed:
            names = [entry.filename.lower() for entry in packed.infolist()]
            if any(name.endswith("vbaproject.bin") for name in names):
                yield MACRO
            if any(name.startswith("word/embeddings/") for name in names):
                yield EMBEDDED
            if _fetches(packed):
                yield REMOTE
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        yield UNREADABLE


def _fetches(packed: zipfile.ZipFile) -> bool:
    """A template or picture that the program would fetch from outside when the document is opened."""
    for entry in packed.infolist():
        if entry.filename.startswith("word/_rels/") and entry.filename.endswith(".rels"):
            with packed.open(entry) as part:
                text = part.read(1024 * 1024)
            if b'TargetMode="External"' in text and any(
                word in text for word in (b"/attachedTemplate", b"/oleObject", b"/frame", b"/subDocument")
            ):
                return True
    return False
