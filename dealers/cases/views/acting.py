"""What the pages of court, sweep and track have in common: find the record, act on it, go back."""

from django.contrib import messages
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone

from dmi.audit import trail
from dmi.forms import ActionForm


def one_of(request, rows, **key):
    """The record that this page is about, or 404. Opening a form shows facts: a look; sending it is the act's line."""
    if request.method == "POST":
        return trail.find(rows, by=request.user, **key)
    return trail.read(rows, by=request.user, verb=request.resolver_match.func.verb, **key)


def act(request, form, service, *, done, back, shown, **about):
    """Done, back to where it came from; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **about):
        messages.success(request, done)
        return redirect(back)
    template = f"cases/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, "back": resolve_url(back), **shown})


def tap(request, service, *, done, back, **about):
    """One tap, nothing to fill in."""
    form = ActionForm(request.POST)
    if form.submit(service, by=request.user, at=timezone.now(), **about):
        messages.success(request, done)
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect(back)


def court_tab(dealer):
    """Where what is entered about a dealer's courts, warrants and track is read."""
    return reverse("cases:view_court", args=[dealer.pk])
