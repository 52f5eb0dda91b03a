"""What the pages of an act have in common: fill in, do it, say so, go back; refused, the form with what was typed."""

from django.contrib import messages
from django.shortcuts import redirect, render


def act(request, form, service, /, *, done, back, shown, **given):
    """The page is called as its verb. `back` is where it leads, or a function where only the act makes the record."""
    if request.method == "POST" and form.submit(service, by=request.user, **given):
        messages.success(request, done)
        return redirect(back() if callable(back) else back)
    return render(request, f"retention/{request.resolver_match.url_name}.html", {"form": form, **shown})
