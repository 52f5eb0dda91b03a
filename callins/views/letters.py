"""The tab of letters: asked for, printed with progress, taken along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from callins import services
from callins.forms import letters as forms
from callins.letters import board, press
from callins.models import Letter
from callins.views.acting import act, found, tap
from callins.views.base import page, read
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm


@require_GET
@permitted("callins.view_letters")
def view_letters(request, call_in_id):
    """Who has which letter, made and handed over."""
    call_in = read(request, call_in_id, "callins.view_letters")
    shown = board.of_call_in(call_in, request.user, timezone.now())
    progress = board.progress_of(call_in, request.user)
    return page(request, call_in, "callins/view_letters.html", board=shown, progress=progress)


@require_GET
@never_cache
@permitted("callins.view_letters")
def view_letters_progress(request, call_in_id):
    """The part of the page that asks again while letters are made (htmx). Nothing new: 204, nothing is said."""
    call_in = found(request, call_in_id)
    progress = board.progress_of(call_in, request.user)
    if not progress.waiting:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if request.GET.get("seen") == str(progress.done):
        return HttpResponse(status=204)
    return render(request, "callins/_letters_progress.html", {"call_in": call_in, "progress": progress})


@permitted("callins.ask_for_letters")
def ask_for_letters(request, call_in_id):
    call_in = found(request, call_in_id)
    now = timezone.now()
    people = board.of_call_in(call_in, request.user, now)
    form = forms.AskForLettersForm.of(call_in, request.POST or None, request.user, initial=as_before(people))
    back = resolve_url("callins:view_letters", call_in.pk)
    ticks = form.ticks()
    rows = [(each, *ticks[str(each.invitation.pk)]) for each in people.addressees]
    shown = {"call_in": call_in, "rows": rows, "back": back}
    return act(
        request, form, services.ask_for_letters, done="The letters are being printed.", back=back, shown=shown,
        call_in=call_in, at=now,
    )  # fmt: skip


def as_before(people):
    """For whoever has no letter and may get one; language, print and names as they were last time."""
    letters = people.letters
    new = [
        each.invitation.pk for each in people.addressees if not each.why_not and (not each.letter or each.is_outdated)
    ]
    last = max(letters, key=lambda letter: letter.at, default=None)
    return {
        "invitations": new,
        "in_spanish": [each.invitation_id for each in letters if each.template.language == "es"],
        "in_large_print": [each.invitation_id for each in letters if each.is_large],
        "signed_by_chief": last.signed_by_chief if last else "",
        "signed_by_community": last.signed_by_community if last else "",
    }


def one(request, letter_id):
    return trail.find(Letter.objects.with_people(), by=request.user, pk=letter_id)


@permitted("callins.retry_letter")
@require_POST
def retry_letter(request, letter_id):
    letter = one(request, letter_id)
    return tap(request, services.retry_letter, done="The letter is printed again.", back=letter, letter=letter)


def refused(request, form, back):
    messages.error(request, form.non_field_errors()[0])
    return redirect(back)


def sent(content, name):
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@never_cache
@permitted("callins.download_letter")
@require_POST
def download_letter(request, letter_id):
    """The line is committed by the service; only then are the bytes read and sent."""
    letter = one(request, letter_id)
    form = ActionForm(request.POST)
    if not form.submit(services.download_letter, by=request.user, letter=letter):
        return refused(request, form, letter)
    return sent(bytes(letter.content), press.file_name(letter))


@never_cache
@permitted("callins.download_letters")
@require_POST
def download_letters(request, call_in_id):
    """All letters of the evening as one file, each in its own language and print."""
    call_in = found(request, call_in_id)
    form = ActionForm(request.POST)
    if not form.submit(services.download_letters, by=request.user, call_in=call_in):
        return refused(request, form, resolve_url("callins:view_letters", call_in.pk))
    letters = Letter.objects.visible_to(request.user).of_call_in(call_in).newest().made().by_name()
    return sent(press.printed(letters).pdf, press.file_name_of_all(call_in))
