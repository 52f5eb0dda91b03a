"""What a revision says about somebody on the week's edition: why he is taken off, or what officers are told now."""

from django.db import models
from django.db.models import Q

from dealers.models import Dealer
from maintenance import rules
from maintenance.models.hot_sheet import HotSheet


class RevisedCardQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Why somebody was taken off is nobody's business but that of those who make sheets."""
        if not officer.has_perm("maintenance.revise_hot_sheet"):
            return self.none()
        return self.exclude(dealer__in=Dealer.objects.apart_from(officer))

    def of_sheet(self, sheet):
        return self.filter(sheet=sheet).select_related("dealer")

    def that_count(self):
        """Of revisions that went out and were not recalled."""
        return self.filter(sheet__state=HotSheet.State.PUBLISHED, sheet__recalled_at=None)

    def last_word_on(self, dealers):
        """By dealer, what the newest revision that went out said of each."""
        said = self.that_count().filter(dealer__in=dealers).select_related("sheet").defer("sheet__contents")
        return {word.dealer_id: word for word in said.order_by("sheet__frozen_at")}


class RevisedCard(models.Model):
    """One choice of a revision between meetings."""

    class What(models.TextChoices):
        ARRESTED = "arrested", "Arrested"
        CLEARED = "cleared", "Cleared"
        SERVED = "served", "Served"
        DANGER = "danger", "Danger to officers"

    TAKES_OFF = (What.ARRESTED, What.CLEARED)

    sheet = models.ForeignKey(HotSheet, on_delete=models.CASCADE, related_name="revised")
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+")
    item = models.PositiveSmallIntegerField()  # as officers say it
    what = models.CharField(max_length=10, choices=What)
    patrol_line = models.CharField(max_length=rules.WHY, blank=True)
    officer_action = models.CharField(max_length=rules.ACTION, blank=True)

    objects = RevisedCardQuerySet.as_manager()

    class Meta:
        ordering = ["item"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "dealer"], name="revised_once",
                violation_error_message="A revision says one thing about each person.",
            ),
            models.CheckConstraint(
                name="who_stays_says_what_to_do",
                condition=Q(what__in=["arrested", "cleared"]) | ~Q(patrol_line="") & ~Q(officer_action=""),
                violation_error_message="Write the line for patrol and what an officer should do.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.dealer}: {self.get_what_display().lower()}"

    @property
    def takes_off(self):
        return self.what in self.TAKES_OFF
