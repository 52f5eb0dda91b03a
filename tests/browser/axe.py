"""What axe finds: WCAG 2.2 AA and its good habits, light and dark, on the wall and a phone."""

from dmi.machine import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """rules => axe.run({runOnly: rules, resultTypes: ["violations"]}).then(found => found.violations.map(
    each => `${each.id}: ${each.nodes.map(node => node.target.join(" ")).join(", ")}`))"""
IN_SIGHT = [  # what another width or other colours can break: what is seen, reached, or has its name only there
    "color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "nested-interactive",
    "aria-hidden-focus", "button-name", "link-name", "label", "empty-heading", "heading-order", "page-has-heading-one",
]  # fmt: skip
BOTH = ((1280, "light", RULES), (390, "dark", IN_SIGHT))
SAID = ["aria-allowed-attr", "aria-valid-attr-value", "duplicate-id-aria", "form-field-multiple-labels"]
PHONE = ((390, "dark", IN_SIGHT + SAID),)  # of what was looked at in both while it was full, or before it was sent


def barriers_of(page, looks=BOTH):
    """What axe finds on the page as it stands, in each of its looks."""
    for width, colours, rules in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        for found in page.evaluate(ASK, rules):
            yield f"{page.url} {width} {colours} {found}"
