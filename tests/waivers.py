"""What people enter for a waiver."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

PASSWORD = "correct horse battery staple"


def waiver_texts(**changes: str) -> dict[str, str]:
    """Good answers for a waiver that holds for 90 days, with some of them changed."""
    review = timezone.localdate() + timedelta(days=90)
    return {
        "risk": "The frame fails\r\nat night",
        "probability": "5",
        "cost_of_failure": "1 000 000",
        "cost_of_countermeasure": "20000",
        "currency": "EUR",
        "decision": "Replaced in spring",
        "owner": "Olga Owner",
        "review_by": review.isoformat(),
        **changes,
    }
