"""The yearly review of accounts and roles: the list, one with its accounts, each looked at, signed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dmi.accounts import services
from dmi.accounts.forms.reviews import JudgeAccountForm
from dmi.accounts.models import AccountReview, ReviewedAccount, User
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm

PAGE = 20


@require_GET
@permitted("accounts.view_reviews")
def view_reviews(request):
    reviews = AccountReview.objects.visible_to(request.user)
    page = Paginator(reviews.with_people().counted(), PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "is_open": reviews.unsigned().exists(),
        "due_on": reviews.due_on(),
        "today": timezone.localdate(),
    }
    return render(request, "accounts/view_reviews.html", shown)


@permitted("accounts.open_review")
@require_POST
def open_review(request):
    form = ActionForm(request.POST)
    if form.submit(services.open_review, by=request.user, at=timezone.now()):
        return redirect(form.record)
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect("accounts:view_reviews")


@require_GET
@permitted("accounts.view_review")
def view_review(request, review_id):
    rows = AccountReview.objects.visible_to(request.user).with_people().counted()
    review = trail.read(rows, by=request.user, verb="accounts.view_review", pk=review_id)
    accounts = ReviewedAccount.objects.visible_to(request.user).of(review).with_people()
    return render(request, "accounts/view_review.html", {"review": review, "accounts": accounts})


@permitted("accounts.judge_account")
def judge_account(request, review_id, officer_id):
    """From the review, one click says that all is as it should be; the page is for whatever is not."""
    review = trail.find(AccountReview.objects.all(), by=request.user, pk=review_id)
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = JudgeAccountForm(request.POST or None, officer=request.user)
    facts = {"by": request.user, "review": review, "officer": officer, "at": timezone.now()}
    if request.method == "POST" and form.submit(services.judge_account, **facts):
        messages.success(request, f"{officer} is looked at.")
        return redirect(review)
    loans = officer.loans().with_people()
    shown = {"form": form, "review": review, "account": officer, "loans": loans}
    return render(request, "accounts/judge_account.html", shown)


@permitted("accounts.sign_review")
def sign_review(request, review_id):
    review = trail.find(AccountReview.objects.counted(), by=request.user, pk=review_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    facts = {"by": request.user, "review": review, "at": timezone.now()}
    if request.method == "POST" and form.submit(services.sign_review, **facts):
        messages.success(request, "Signed. What was to be changed or disabled is done on the officer’s own page.")
        return redirect(review)
    return render(request, "accounts/sign_review.html", {"form": form, "review": review})
