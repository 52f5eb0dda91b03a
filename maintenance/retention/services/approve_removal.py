from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localdate

from dealers.cases import keeping
from dealers.cases.models import Exhibit
from dealers.erasing import absorbed_by, erase_whole
from dmi.accounts.models import TaskForce
from dmi.audit.trail import hold, on_the_record
from maintenance.models import Debrief
from maintenance.retention.certificates import counted, digest, exhibits_of
from maintenance.retention.models import Removal
from maintenance.retention.redacting import person_of, redact_everywhere, without_namesakes
from maintenance.retention.removing import (
    hold_all_of,
    refuse_answer,
    refuse_carried,
    refuse_charged,
    refuse_held,
    refuse_other_record,
)
from maintenance.retention.tombstones import redact_editions


@on_the_record
def approve_removal(*, by, removal, at):
    """Everything that any app keeps of the person goes, in one transaction, and a certificate stays.

    The record is held first, so that a legal hold set meanwhile is seen here, or waits and finds no record. Refused:
    one's own request; answered already; a record that was merged since, or took in another; on legal hold; a purge
    where a case was charged; while a sheet in force, or anything planned, carries the record. Treatment's records are
    neither asked nor touched (42 CFR Part 2).
    """
    hold_all_of(removal)
    hold(removal)
    refuse_answer(removal, by)
    refuse_other_record(removal)
    dealer = removal.dealer
    refuse_held(dealer)
    refuse_charged(dealer, removal.kind)
    refuse_carried(dealer, localdate(at))
    certify(removal, dealer, localdate(at))
    removal.dealer, removal.order_number, removal.state = None, "", Removal.State.DONE
    removal.answered_by, removal.answered_at = by, at
    removal.save()
    return removal


def certify(removal, dealer, today):
    """Erase, redact, and write down what went."""
    whole = [dealer, *absorbed_by([dealer])]
    keys, names = {str(each.pk) for each in whole}, {each.known_as for each in whole}
    known = person_of(whole, removal.reference)
    exhibits = exhibits_of(whole)
    gone, events = erase_whole([dealer], *Debrief.objects.filter(dealer__in=whole))
    person = without_namesakes(known)
    removal.editions = redact_editions(keys, names, person)
    texts = redact_everywhere(person)
    removal.rows = counted(gone, events, texts)
    removal.sha256 = digest(gone)
    removal.gone_from_backups_on = today + timedelta(days=TaskForce.objects.get().backup_days)
    transaction.on_commit(lambda: destroy(exhibits), robust=True)


def destroy(hashes):
    """Asked again, since somebody may have entered the same file for another case meanwhile. A disk that refuses does
    not make the removal undone: `verify_exhibits` names a file that no exhibit has.
    """
    needed = set(Exhibit.objects.files().filter(sha256__in=hashes).values_list("sha256", flat=True))
    for sha256 in set(hashes) - needed:
        keeping.destroy(sha256)
