"""Words of urgent messages and the receivers in law enforcement: data/urgent_words.csv, data/law_enforcement.csv."""

from __future__ import annotations

from kairyluu.data.reference.models import LawReceiver, UrgentWord
from kairyluu.usecases.reference.table import Table

URGENT_WORDS = Table(
    file="urgent_words.csv",
    model=UrgentWord,
    key=("classes", "part", "language", "stem"),
    texts=("part", "language", "stem"),
    more=lambda record: {"classes": record["class"], "weight": float(record["weight"])},
)
LAW_RECEIVERS = Table(
    file="law_enforcement.csv",
    model=LawReceiver,
    texts=(
        *("code", "territory", "matters", "name_ky", "name_ru", "name_en", "body", "channels"),
        *("email", "telephone", "postal_address", "exchange_address"),
    ),
)
