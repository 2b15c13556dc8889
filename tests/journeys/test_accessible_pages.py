"""Every page of every face, in three languages, with real appeals on it: no fault by the rules of accessibility, no
sideways scrolling from 320 px on, nothing in the console, nothing asked of another host. Colours do not depend on the
language: they are weighed in Kyrgyz on a phone and in Russian on a desk; in English only on the pages of tables, of
which each language sees a third. The other tours in English belong to `make soak`: the same templates as in Kyrgyz and
Russian."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys import desk_tour, portal_tour
from tests.journeys.looking import look_at
from tests.journeys.walking import Site

pytestmark = pytest.mark.browser

TOURS: dict[str, Callable[..., portal_tour.Seen]] = {
    "portal": portal_tour.portal,
    "doors": portal_tour.doors,
    "cabinet": portal_tour.cabinet,
    "desk": desk_tour.desk,
    "watch": desk_tour.watch,
    "sysadmin": desk_tour.sysadmin,
}


SIZES = (("ky", 390), ("ru", 1280), ("en", 1280))
WALKS = [
    pytest.param(face, *size, marks=[pytest.mark.soak] if size[0] == "en" and face != "sysadmin" else [])
    for face in TOURS
    for size in SIZES
]


@pytest.mark.parametrize(("face", "language", "width"), WALKS)
def test_a_face_is_accessible(site: Site, face: str, language: str, width: int) -> None:
    page = site.visitor(language=language)

    contrast = language != "en" or face == "sysadmin"
    faults = look_at(TOURS[face](site, page), face, width=width, contrast=contrast)

    assert not faults, "\n".join(faults)
