"""Static files as they are published: stylesheets without comments and spare spaces, for slow lines."""

from __future__ import annotations

import re

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"(\"[^\"]*\"|'[^']*')")
SPACES = re.compile(r"\s+")
AROUND = re.compile(r" ?([{};,]) ?")


def lean(css: str) -> str:
    """The same rules in fewer bytes; what stands in quotes is left alone."""
    parts = STRING.split(COMMENT.sub("", css))
    return "".join(part if place % 2 else _squeezed(part) for place, part in enumerate(parts)).strip() + "\n"


def _squeezed(text: str) -> str:
    return AROUND.sub(r"\1", SPACES.sub(" ", text)).replace(": ", ":").replace(";}", "}")


class PublishedFiles(CompressedManifestStaticFilesStorage):
    def _save(self, name: str, content: File) -> str:
        if name.startswith("design/") and name.endswith(".css"):
            content.seek(0)  # hashing has read it to the end
            content = ContentFile(lean(content.read().decode()).encode())
        return str(super()._save(name, content))
