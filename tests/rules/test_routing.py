"""Where an appeal climbs when the bodies below only pass it on."""

from __future__ import annotations

import pytest

from kairyluu.rules.hands.routing import common_superior, has_bounced

TOP, OBLAST, ALAI, KARA = "top/", "top/osh/", "top/osh/alai/", "top/osh/kara/"
VILLAGE = "top/osh/alai/sary-tash/"
EVERY = {TOP, OBLAST, ALAI, KARA, VILLAGE}


@pytest.mark.parametrize(
    ("held", "is_open", "found"),
    [
        ({ALAI, KARA}, EVERY, OBLAST),
        ({ALAI, VILLAGE}, EVERY, OBLAST),  # the district itself passed it on: it does not decide
        ({ALAI, KARA}, EVERY - {OBLAST}, TOP),
        ({ALAI, KARA, OBLAST}, EVERY, TOP),
        ({VILLAGE}, EVERY, ALAI),
        ({TOP, ALAI}, EVERY, ""),
        ({"ministry/", ALAI}, EVERY, ""),
        ({"top/oshka/", "top/osh/"}, EVERY, TOP),  # a code that begins alike is another body
    ],
)
def test_the_nearest_open_body_above_all_that_held_it(held: set[str], is_open: set[str], found: str) -> None:
    assert common_superior(held, is_open) == found


@pytest.mark.parametrize(
    ("n_hops", "most", "bounced"), [(0, 2, False), (1, 2, False), (2, 2, True), (3, 2, True)]
)
def test_a_number_of_forwardings_is_enough(n_hops: int, most: int, bounced: bool) -> None:
    assert has_bounced(n_hops, most) is bounced
