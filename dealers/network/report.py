"""An analysis in words, for an analyst at a terminal; the same figures as the JSON has."""

FIRST = 10  # people of a ranking
GROUPS = 8
NAMED = 12  # people of a group
AT = (1, 2, 3, 5, 10, 20, 30)  # removals of the curve that are told

MEASURES = {
    "betweenness": "Between the others (every tie alike)",
    "weighted_betweenness": "Between the others (strong ties are near): finds connectors",
    "degree": "Tied to most people",
}


def report(told: dict) -> str:
    """Paragraphs with a heading each, for what `analysis` says of a network."""
    sections = [
        ("Network", shape_lines(told)), *ranking_sections(told), ("The best to remove", set_lines(told)),
        ("What if", what_if_lines(told)),
        ("How many it takes", coverage_lines(told)), ("Who would take over", replacement_lines(told)),
        ("Communities", community_lines(told)), ("Over time", window_lines(told)),
    ]  # fmt: skip
    paragraphs = ((heading, list(lines)) for heading, lines in sections)
    return "\n\n".join("\n  ".join([heading, *lines]) for heading, lines in paragraphs if lines)


def shape_lines(told):
    whole = told["shape"]
    yield told["ground"]["words"]
    yield from told["notes"]
    yield (
        f"Pieces: {whole['components']}. The largest has {whole['largest']} people, is {said(whole['diameter'])} ties "
        f"across, {said(whole['mean_path'])} between two on average."
    )
    yield (
        f"Apart already (F): {said(told['fragmentation_before'])}. Density: {said(whole['density'])}. "
        f"Clustering: {said(whole['clustering'])}. Assortativity: {said(whole['assortativity'])}."
    )
    yield f"Core: {whole['core_size']} people, each tied to {whole['core']} of the others."
    yield f"Cut points: {listed(told['articulation_points']) or 'none'}."


def ranking_sections(told):
    for measure, heading in MEASURES.items():
        places = told["rankings"][measure][:FIRST]
        width = max((len(place["key"]) for place in places), default=0)
        lines = [
            f"{place['rank']:>3}  {place['key']:<{width}}  {said(place['value'])}{band(place)}" for place in places
        ]
        yield heading, [*lines, told["ground"]["words"]]


def band(place):
    found = place["band"]
    return f"  rank {found['best']} to {found['worst']}" if found else ""


def set_lines(told):
    for best in told["best_sets"]:
        way = "all sets tried" if best["method"] == "exhaustive" else "searched, there may be a better one"
        yield f"{best['size']} ({way}: {best['tried']:,})"
        for removal in best["sets"]:
            yield f"  {said(removal['fragmentation'])}  {', '.join(removal['people'])}"


def what_if_lines(told):
    if not told["what_if"]:
        return
    found = told["what_if"]
    before, after = found["before"]["component_sizes"], found["after"]["component_sizes"]
    largest = max(after, default=0)
    yield f"Without {listed(found['removed'])}: {len(after)} pieces, not {len(before)}; the largest has {largest}."
    yield f"{found['apart']:.0%} of all pairs are apart."
    groups = [group for group in found["cut_off"] if len(group) > 1]
    for group in groups[:GROUPS]:
        yield f"Cut off together: {listed(group)}"
    if found["alone"]:
        yield f"Left without any tie: {listed(found['alone'])}"
    for gain in found["gains"]:
        yield f"Gains: {gain['key']}, {said(gain['before'])} to {said(gain['after'])} between the others"


def coverage_lines(told):
    curve = told["coverage"]
    steps = {step["removed"]: step for step in curve["steps"]}
    if steps:
        yield "Pairs apart when so many go: the best, the first brokers, anybody at random (95 % of draws)"
    for step in (steps[number] for number in AT if number in steps):
        by_chance = f"{step['random']:.0%} ({step['low']:.0%} to {step['high']:.0%})"
        yield f"{step['removed']:>3}  {step['best']:.0%}  {step['brokers']:.0%}  {by_chance}"
    for share, number in curve["needed"].items():
        if number is not None:
            yield f"{float(share):.0%} of all pairs are apart without {number}: {listed(curve['best'][:number])}"


def replacement_lines(told):
    for key, found in told["replacements"].items():
        yield f"{key}:"
        for each in found[:3]:
            yield f"  {each['key']}: {'; '.join(each['reasons'])}"


def community_lines(told):
    groups = [group for group in told["communities"]["groups"] if len(group) > 1]
    return [f"{number}. {len(group)} people: {listed(group)}" for number, group in enumerate(groups[:GROUPS], 1)]


def window_lines(told):
    for window in told["windows"]:
        first = ", ".join(each["key"] for each in window["first"][:3]) or "nobody between others"
        days = f"{window['since']} to {window['until']}"
        yield f"{days}: {window['people']} people, {window['ties']} ties; first: {first}"
        for way in ("rises", "falls"):
            if window[way]:
                yield f"  {way}: {', '.join(move['key'] for move in window[way])}"


def said(number):
    return "not defined" if number is None else f"{number:g}" if isinstance(number, int) else f"{number:.4f}"


def listed(names):
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
