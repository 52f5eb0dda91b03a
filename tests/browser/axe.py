"""What axe finds: WCAG 2.2 AA and its good habits, light and dark, on the wall and a phone."""

from dmi.machine import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """rules => axe.run({runOnly: rules, resultTypes: ["violations"]}).then(found => found.violations.map(
    each => `${each.id}: ${each.nodes.map(node => node.target.join(" ")).join(", ")}`))"""
BOTH = ((1280, "light", RULES), (390, "dark", RULES))  # width and colours differ by rules of their own
PHONE = BOTH[1:]  # of a form that was looked at in both before it was sent


def barriers_of(page, looks=BOTH):
    """What axe finds on the page as it stands, in each of its looks."""
    for width, colours, rules in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        for found in page.evaluate(ASK, rules):
            yield f"{page.url} {width} {colours} {found}"
