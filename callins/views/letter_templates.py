"""The words of letters: what is current, every version of it, new words with a preview."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins import services, wording
from callins.forms import letters as forms
from callins.letters.press import LABELS
from callins.letters.samples import sampled
from callins.models import LetterTemplate
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken


@require_GET
@permitted("callins.view_letter_templates")
def view_letter_templates(request):
    trail.enter(request.user, "callins.view_letter_templates", trail.Outcome.READ)
    templates = LetterTemplate.objects.visible_to(request.user).current().with_people()
    return render(request, "callins/view_letter_templates.html", {"templates": templates})


@require_GET
@permitted("callins.view_letter_template")
def view_letter_template(request, template_id):
    """One version as it would be handed to an invented person, and the versions before and after it."""
    rows = LetterTemplate.objects.visible_to(request.user).with_people()
    template = trail.read(rows, by=request.user, verb="callins.view_letter_template", pk=template_id)
    versions = LetterTemplate.objects.visible_to(request.user).of_kind(template.kind, template.language).with_people()
    shown = {"template": template, "versions": versions, **preview(template, template.body)}
    return render(request, "callins/view_letter_template.html", shown)


@permitted("callins.write_letter_template")
def write_letter_template(request, template_id):
    """“Look at it” shows the words with invented values and saves nothing."""
    template = trail.find(LetterTemplate.objects.with_people(), by=request.user, pk=template_id)
    form = forms.WriteLetterTemplateForm(request.POST or None, officer=request.user, initial={"body": template.body})
    shown = {"template": template, "fields": wording.fields_of(template.kind), "back": template.get_absolute_url()}
    if "look" in request.POST:
        return looked_at(request, form, template, shown)
    if request.method == "POST" and form.submit(
        services.write_letter_template, by=request.user, template=template, at=timezone.now()
    ):
        messages.success(request, "New letters use these words from now on.")
        return redirect(form.record)
    return render(request, "callins/write_letter_template.html", {"form": form, **shown})


def looked_at(request, form, template, shown):
    if form.is_valid():
        try:
            shown |= preview(template, form.cleaned_data["body"])
        except RuleBroken as refusal:
            form.refuse(refusal)
    return render(request, "callins/write_letter_template.html", {"form": form, **shown})


def preview(template, body):
    return {
        "blocks": sampled(body, template.kind, template.language),
        "labels": LABELS[template.language],
        "signers": [wording.FIELDS[name].sample for name in ("chief", "community_leader")],
    }
