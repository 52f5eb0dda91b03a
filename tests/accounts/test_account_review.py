"""accounts.open_review, judge_account, sign_review, view_reviews, view_review."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.models import AccountReview
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON


def test_every_account_is_looked_at_by_somebody_else_before_the_security_officer_signs(ada, sid, ray, pat, client):
    client.force_login(sid)
    assert "Open the next one" in client.get("/").content.decode()
    page = client.post("/accounts/reviews/open/", follow=True).content.decode()
    assert "4 of 4 accounts were not looked at yet" in page
    assert "Somebody else’s to look at" in page
    review = AccountReview.objects.get()
    here = f"/accounts/reviews/{review.pk}/"
    for officer in (ada, ray):
        assert client.post(f"{here}accounts/{officer.pk}/judge/", {"verdict": "keep"}).status_code == 302
    assert client.post(f"{here}accounts/{pat.pk}/judge/", {"verdict": "disable"}).status_code == 302
    refused = client.post(f"{here}accounts/{sid.pk}/judge/", {"verdict": "keep"}).content.decode()
    assert "Somebody else looks at your own account" in refused
    assert "1 account was not looked at yet" in client.post(f"{here}sign/").content.decode()
    with pytest.raises(RuleBroken, match="A review is open already"):
        services.open_review(by=ada, at=NOON)
    client.force_login(ada)
    assert client.post(f"{here}accounts/{sid.pk}/judge/", {"verdict": "keep"}).status_code == 302
    assert client.post(f"{here}sign/").status_code == 403
    client.force_login(sid)
    assert client.post(f"{here}sign/").status_code == 302
    review.refresh_from_db()
    assert (review.signed_by, review.accounts.filter(verdict="disable").get().officer) == (sid, pat)
    for act, words in ((services.sign_review, "signed already"), (services.judge_account, "This review is signed")):
        about = {"officer": pat, "verdict": "keep"} if act is services.judge_account else {}
        with pytest.raises(RuleBroken, match=words):
            act(by=ada if about else sid, review=review, at=NOON, **about)
    counted = {
        verb: AuditEntry.objects.filter(verb=f"accounts.{verb}", outcome="done").count()
        for verb in ("open_review", "judge_account", "sign_review")
    }
    assert counted == {"open_review": 1, "judge_account": 4, "sign_review": 1}
    assert "The next is due" in client.get("/accounts/reviews/").content.decode()
    assert not AccountReview.objects.all().is_due(timezone.localdate())
    assert AccountReview.objects.all().is_due(timezone.localdate() + timedelta(days=365))
    client.force_login(ray)
    assert client.get("/accounts/reviews/").status_code == 403
    assert client.post("/accounts/reviews/open/").status_code == 403
