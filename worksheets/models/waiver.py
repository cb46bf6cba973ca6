"""Waivers of findings, and what was decided about them. Rows are added and never changed."""

from __future__ import annotations

from datetime import date

import msgspec
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from worksheets.rules.finding import Finding
from worksheets.rules.waiver import expected_loss

LONGEST = 4000
MOST_COST = 10**12


class WaiverState(models.TextChoices):
    """Where a waiver stands; follows from its steps and the day, and is stored nowhere."""

    PROPOSED = "proposed", "waits for a signature"
    IN_FORCE = "in force", "in force"
    DUE = "due", "review date passed"
    REJECTED = "rejected", "rejected"
    WITHDRAWN = "withdrawn", "withdrawn"
    ENDED = "ended", "ended"


class Waiver(models.Model):
    """A proposal to tolerate one finding. `identity` and `evidence` are those of `rules.waiver`.

    `content` is the finding's JSON when it was proposed. Costs are whole units of `currency`.
    """

    cluster = models.ForeignKey("Cluster", on_delete=models.CASCADE, related_name="waivers")
    number = models.PositiveIntegerField()
    identity = models.CharField(max_length=32)
    evidence = models.CharField(max_length=64)
    rule = models.CharField(max_length=64)
    content = models.TextField()
    risk = models.TextField(max_length=LONGEST)
    probability = models.PositiveSmallIntegerField(validators=[MaxValueValidator(100)])
    cost_of_failure = models.BigIntegerField()
    cost_of_countermeasure = models.BigIntegerField()
    currency = models.CharField(max_length=10)
    decision = models.TextField(max_length=LONGEST)
    owner = models.CharField(max_length=200)
    review_by = models.DateField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "number"], name="waiver_number_once")
        ]
        indexes = [models.Index(fields=["cluster", "identity"], name="waiver_by_finding")]

    def __str__(self) -> str:
        return f"W-{self.number}"

    @property
    def finding(self) -> Finding:
        """The finding as it was when the waiver was proposed."""
        return msgspec.json.decode(self.content, type=Finding)

    @property
    def expected_loss(self) -> int:
        """Cost of the failure times its probability, per year."""
        return expected_loss(self.cost_of_failure, self.probability)

    def step(self, verb: str) -> WaiverStep | None:
        """The step of this kind, from the steps read with the waiver."""
        return next((step for step in self.steps.all() if step.verb == verb), None)

    def state(self, day: date) -> WaiverState:
        """Where the waiver stands on a day."""
        verbs = {step.verb for step in self.steps.all()}
        for verb, state in _LAST:
            if verb in verbs:
                return state
        if Verb.SIGNED in verbs:
            return WaiverState.IN_FORCE if self.review_by >= day else WaiverState.DUE
        return WaiverState.PROPOSED


class Verb(models.TextChoices):
    """What can be done to a waiver, each once; all but the signature are final."""

    SIGNED = "signed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


_LAST = (
    (Verb.ENDED, WaiverState.ENDED),
    (Verb.WITHDRAWN, WaiverState.WITHDRAWN),
    (Verb.REJECTED, WaiverState.REJECTED),
)
FINAL = tuple(verb for verb, _ in _LAST)


class WaiverStep(models.Model):
    """Something decided about a waiver. `by` is empty where a write ended it.

    `statement`: what was shown above the signature, as it was signed.
    """

    waiver = models.ForeignKey(Waiver, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=10, choices=Verb.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=200, blank=True)
    statement = models.TextField(blank=True)
    reason = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["waiver", "verb"], name="waiver_step_once")]

    def __str__(self) -> str:
        return f"{self.waiver} {self.verb}"
