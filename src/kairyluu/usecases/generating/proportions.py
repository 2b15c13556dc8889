"""How often what happens in the invented country. Shares are of what could happen at that point; none of it is measured."""

from __future__ import annotations

YEARS_BACK = 3
GROWTH = 1.12  # each year brings so much more than the one before
SEASONS = (0.80, 0.95, 1.10, 1.10, 0.85, 0.95, 0.90, 0.95, 1.10, 1.15, 1.15, 1.00)  # January to December
WEEKDAYS = (1.25, 1.10, 1.05, 1.00, 0.90, 0.10, 0.07)

BODY_KINDS = {
    "government_apparatus": 14.0,
    "ministry": 5.0,
    "state_agency": 3.0,
    "state_committee": 3.0,
    "administrative_agency": 4.0,
    "plenipotentiary_representation": 3.0,
    "city_hall": 9.0,
    "district_administration": 4.0,
    "aiyl_okmotu": 1.0,
}
OTHER_BODY = 0.5
CHANNELS = {
    "portal": 30,
    "gov_site_form": 6,
    "official_email": 5,
    "messenger": 3,
    "edms": 4,
    "post": 16,
    "letter_box": 2,
    "reception_written": 7,
    "reception_oral": 9,
    "trust_telephone": 8,
    "field_visit": 3,
    "from_president": 3,
    "from_parliament": 2,
    "from_other_body": 2,
}
BY_NIGHT = ("portal", "gov_site_form", "official_email", "messenger")
REGIONS = {
    "kg-gb": 21,
    "kg-c": 15,
    "kg-o": 19,
    "kg-go": 5,
    "kg-j": 18,
    "kg-b": 8,
    "kg-y": 7,
    "kg-n": 4,
    "kg-t": 4,
}
OWN_DISTRICT = 0.85
ORGANISATION, COLLECTIVE = 0.07, 0.03

LATE_REGISTERED = 0.04
REFUSED, FORWARDED, WITHDRAWN, MERGED = 0.045, 0.075, 0.012, 0.015
EXTENDED = 0.05
CONFIDENTIAL = 0.005
CONTROLLED = 0.03
RETURNED, NEAR_COPY, RATED, REVIEWED = 0.05, 0.012, 0.06, 0.012
# Working days to the answer, of 14: most answer towards the end.
DAYS_TO_ANSWER = {1: 3, 2: 4, 3: 5, 4: 5, 5: 6, 6: 6, 7: 7, 8: 8, 9: 9, 10: 11, 11: 12, 12: 12, 13: 11, 14: 9}
LATE = 0.07  # of a body of average diligence
LATEST = 45  # working days
NEVER = 0.002  # lies unanswered to this day
OUTCOMES = {
    "satisfied": 26,
    "partly_satisfied": 11,
    "explained": 45,
    "explained_other_body": 4,
    "not_satisfied": 8,
    "consulted": 4,
    "not_confirmed": 2,
}
GROUNDS = {
    "anonymous": 30,
    "no_concrete_request": 25,
    "no_full_name": 15,
    "court_decision": 10,
    "no_address": 10,
}
SCORES = {1: 14, 2: 16, 3: 21, 4: 26, 5: 23}
