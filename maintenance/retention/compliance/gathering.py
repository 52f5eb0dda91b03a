"""The month's page from the records: what stands is counted on the day it is made, what happened by its month."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from dealers.models import Dealer, LegalHold, SourceDocument, Validation
from dmi.accounts.models import TaskForce
from dmi.privacy import rules as privacy
from maintenance.retention.compliance.contents import Chapter, Compliance, Line
from maintenance.retention.models import Disclosure, Dissemination, Removal
from maintenance.rules import month_after


def counted(month, on):
    """Of all records, whoever asks: the page names none of them."""
    last = month_after(month) - timedelta(days=1)
    task_force = TaskForce.objects.get()
    on_file, drafts = Dealer.objects.on_file(), Dealer.objects.drafts()
    given = Dissemination.objects.within(month, last)
    return Compliance(
        month=month, task_force=task_force.name, made_on=on, on_file=on_file.count(), drafts=drafts.count(),
        validated=Validation.objects.filter(validated_on__range=(month, last)).count(), given_out=given.count(),
        chapters=(
            Chapter(
                title="On file without a documented predicate", rule="28 CFR 23.20(a), (c)", is_fault=True,
                lines=tuple(unfounded(on_file)),
            ),
            Chapter(
                title="Drafts past their day without a source", rule="Task force policy", is_fault=True,
                lines=tuple(late_drafts(drafts, on, task_force.draft_days)),
            ),
            Chapter(
                title="Reviews overdue", rule="28 CFR 23.20(h)", is_fault=True, lines=tuple(overdue(on_file, on)),
            ),
            Chapter(
                title="Given out without an agreement", rule="28 CFR 23.20(f)", is_fault=True,
                lines=tuple(uncovered(given)),
            ),
            Chapter(
                title="Disclosed to the defence", rule="V.R.Cr.P. 16", is_fault=False,
                lines=tuple(disclosed(month, last)),
            ),
            Chapter(
                title="Legal holds in force", rule="Kept past its day", is_fault=False, lines=tuple(held()),
            ),
            Chapter(
                title="Removals", rule="28 CFR 23.20(h), court orders", is_fault=False,
                lines=tuple(removed(month, last)),
            ),
        ),
    )  # fmt: skip


def unfounded(on_file):
    documents = SourceDocument.objects.filter(predicate__dealer=OuterRef("pk"))
    lacking = on_file.filter(Q(predicate=None) | Q(predicate__is_lawfully_acquired=False) | ~Exists(documents))
    for dealer in lacking.select_related("predicate").annotate(has_source=Exists(documents)).order_by("number"):
        yield Line(reference=dealer.reference, on=localdate(dealer.approved_at), words=lack_of(dealer))


def lack_of(dealer):
    if not hasattr(dealer, "predicate"):
        return "No predicate"
    return "No source document" if not dealer.has_source else "Not confirmed as lawfully acquired"


def late_drafts(drafts, on, draft_days):
    late = drafts.undocumented().filter(logged_at__date__lt=on - timedelta(days=draft_days)).order_by("logged_at")
    for dealer in late:
        due = privacy.source_due(localdate(dealer.logged_at), draft_days)
        yield Line(reference=dealer.reference, on=due, words="Source document was due")


def overdue(on_file, on):
    for dealer in on_file.review_due_before(on).order_by("validated_on", "number"):
        words = f"Validated {dealer.validated_on:%-d %b %Y}"
        yield Line(reference=dealer.reference, on=dealer.review_due, words=words)


def uncovered(given):
    for each in given.without_agreement().order_by("given_on", "at"):
        yield Line(reference=each.reference, on=each.given_on, words=f"{each.get_item_display()}, to {each.agency}")


def disclosed(month, last):
    for each in Disclosure.objects.within(month, last).order_by("at"):
        words = f"{len(each.manifest)} files, manifest {each.sha256[:12]}"
        yield Line(reference=each.reference, on=localdate(each.at), words=words)


def held():
    for hold in LegalHold.objects.standing().select_related("dealer").order_by("at"):
        yield Line(reference=hold.dealer.reference, on=localdate(hold.at), words="In force since")


def removed(month, last):
    """Asked for by then and still open, or answered in the month."""
    answered = Q(answered_at__date__range=(month, last))
    open_then = Q(state=Removal.State.ASKED, asked_at__date__lte=last)
    for each in Removal.objects.filter(answered | open_then).order_by("asked_at"):
        words = f"{each.get_kind_display()}: {each.get_state_display().lower()}"
        if each.gone_from_backups_on:
            words += f"; out of every backup on {each.gone_from_backups_on:%-d %b %Y}"
        yield Line(reference=each.reference, on=localdate(each.answered_at or each.asked_at), words=words)
