"""The day in one sentence: what is out, what waits for a decision, what is owed, what was told; else the week's sheet.

Each sentence takes what the desk shows and its day, and is empty where there is nothing of the kind.
"""

from django.utils import timezone

from dealers.models import Dealer


def in_short(shown, today):
    """The first of the sentences that has something to say; their order is that of urgency."""
    said = (sentence(shown, today) for sentence in SENTENCES)
    return next(filter(None, said), "Nothing waits for you.")


def flash(shown, today):
    return f"{shown['flashes'][0].sheet} is out: read it before you go out." if shown["flashes"] else ""


def decisions(shown, today):
    number = shown.get("waiting_count", 0) + len(shown.get("to_approve", []))
    if not number:
        return ""
    oldest = min([dealer.logged_at for dealer in shown["waiting"]] + [s.frozen_at for s in shown["to_approve"]])
    days = (today - timezone.localdate(oldest)).days
    return f"{counted(number, 'decision waits', 'decisions wait')} for you, the oldest {since(days)}."


def cases(shown, today):
    number = len(shown.get("case_queue", []) + shown.get("activations", []))
    return number and f"{counted(number, 'case waits', 'cases wait')} for your decision."


def contacts_owed(shown, today):
    owed = [contact for contact in shown.get("follow_ups", []) if contact.due_on <= today]
    if not owed:
        return ""
    longest = since((today - owed[0].due_on).days)
    return f"You owe {counted(len(owed), 'contact', 'contacts')}, the oldest {longest}."


def code_cases_due(shown, today):
    number = sum(case.next_step()[1] <= today for case in shown.get("code_cases", []))
    return number and f"{counted(number, 'code case is', 'code cases are')} due."


def actions_due(shown, today):
    number = sum(action.due_on <= today for action in shown.get("my_actions", []))
    return number and f"You were asked for {counted(number, 'thing that is due', 'things that are due')}."


def debriefs(shown, today):
    number = shown.get("debriefs_count", 0)
    return number and f"{counted(number, 'debrief waits', 'debriefs wait')} to be settled."


def drafts_lacking(shown, today):
    number = sum(map(lacks_document, shown.get("my_drafts", [])))
    return number and f"{counted(number, 'draft of yours waits', 'drafts of yours wait')} for a source document."


def lacks_document(draft):
    """Without one nobody approves it; a returned draft goes back to the supervisors with another."""
    return draft.status == Dealer.Status.RETURNED or not draft.predicate.source_documents.all()


def answers(shown, today):
    return "You were answered on what you told." if shown.get("answers") else ""


def sheet_unread(shown, today):
    copy = shown["copy"]
    is_unread = copy and not copy.acknowledged_at
    return f"{copy.sheet} is ready; you have not confirmed yet that you read it." if is_unread else ""


def number_of(part, one, several, words):
    """The sentence that counts what one part of the desk holds."""

    def sentence(shown, today):
        number = len(shown.get(part, []))
        return number and words.format(counted(number, one, several))

    return sentence


def counted(number, one, several):
    return f"{number} {one if number == 1 else several}"


def since(days):
    return "since today" if days == 0 else f"for {counted(days, 'day', 'days')}"


SENTENCES = (
    flash,
    decisions,
    cases,
    number_of("my_outreach", "place", "places", "You are asked to go to {}; somebody may want help there."),
    number_of("doors", "door is", "doors are", "{} on your route today."),
    number_of("broken_words", "promise was broken", "promises were broken", "{}, and nothing followed."),
    contacts_owed,
    code_cases_due,
    actions_due,
    number_of("running_out", "alert runs out", "alerts run out", "{}, and nobody has acted."),
    number_of("late_contacts", "contact was", "contacts were", "{} not made after a call-in."),
    debriefs,
    number_of("removals", "request", "requests", "{} to remove a record for good: somebody asked, and you answer."),
    drafts_lacking,
    answers,
    sheet_unread,
)
