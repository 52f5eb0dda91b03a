from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localdate

from dealers.cases import keeping
from dealers.erasing import absorbed_by, erase_whole
from dmi.accounts.models import TaskForce
from dmi.audit.trail import hold, on_the_record
from maintenance.models import Debrief
from maintenance.retention.certificates import counted, digest, exhibits_of
from maintenance.retention.models import Removal
from maintenance.retention.redacting import person_of, redact_everywhere, without_namesakes
from maintenance.retention.removing import refuse_answer, refuse_carried, refuse_charged, refuse_held
from maintenance.retention.tombstones import redact_editions


@on_the_record
def approve_removal(*, by, removal, at):
    """Everything that any app keeps of the person goes, in one transaction, and a certificate stays.

    The record is held first, so that a legal hold set meanwhile is seen here, or waits and finds no record. Refused:
    one's own request; answered already; on legal hold; a purge where a case was charged; while a sheet in force, or
    anything planned, carries the record. Treatment's records are neither asked nor touched (42 CFR Part 2).
    """
    hold(removal)
    refuse_answer(removal, by)
    dealer = removal.dealer
    hold(dealer)
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
    person = person_of(whole, removal.reference)
    exhibits = exhibits_of(whole)
    gone, events = erase_whole([dealer], *Debrief.objects.filter(dealer__in=whole))
    removal.editions = redact_editions(keys, names, person)
    texts = redact_everywhere(without_namesakes(person))
    removal.rows = counted(gone, events, texts)
    removal.sha256 = digest(gone)
    removal.gone_from_backups_on = today + timedelta(days=TaskForce.objects.get().backup_days)
    transaction.on_commit(lambda: destroy(exhibits))


def destroy(hashes):
    for sha256 in hashes:
        keeping.destroy(sha256)
