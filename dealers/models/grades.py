"""How good a source is and how sure its content."""

from django.db import models


class Reliability(models.TextChoices):
    """Of the source (the 5x5x5 and NATO grading that 28 CFR 23 projects use)."""

    A = "A", "Reliable"
    B = "B", "Usually reliable"
    C = "C", "Fairly reliable"
    D = "D", "Not usually reliable"
    E = "E", "Unreliable"
    F = "F", "Cannot be judged"


class Validity(models.TextChoices):
    """Of the content."""

    CONFIRMED = "1", "Confirmed"
    PROBABLE = "2", "Probably true"
    POSSIBLE = "3", "Possibly true"
    DOUBTFUL = "4", "Doubtful"
    IMPROBABLE = "5", "Improbable"
    UNKNOWN = "6", "Cannot be judged"


PROBABLE = (Validity.CONFIRMED, Validity.PROBABLE)  # anything less is left out of rankings


class Graded(models.Model):
    """Every fact carries how good its source is and how sure its content."""

    reliability = models.CharField(max_length=1, choices=Reliability)
    validity = models.CharField(max_length=1, choices=Validity)

    class Meta:
        abstract = True

    @property
    def grade(self):
        return f"{self.reliability}{self.validity}"

    @property
    def is_probable(self):
        return self.validity in PROBABLE
