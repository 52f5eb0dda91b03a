PAGE = 100


def page_of(rows, before):
    """A page of lines and the number from which the next goes back, or None.

    Back by number, not by page: a count of every line would cost more with every day.
    """
    if before.isdecimal() and len(before) < 19:  # what a bigint holds
        rows = rows.before(int(before))
    lines = list(rows[: PAGE + 1])
    return lines[:PAGE], lines[PAGE - 1].pk if len(lines) > PAGE else None
