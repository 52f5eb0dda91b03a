"""Where the focus stands must be seen."""

# Of everything that takes the focus: those whose looks, with their label's, stay the same when it comes.
UNSEEN = """() => {
    const looks = element => {
        const around = [element, element.closest("label"), element.nextElementSibling].filter(Boolean);
        return around.flatMap(each => ["", "::before"].map(part => {
            const style = getComputedStyle(each, part);
            return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join();
        })).join();
    };
    const unseen = [];
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    for (const element of all) {
        document.activeElement.blur();
        const before = looks(element);
        element.focus();
        const isSeen = document.activeElement !== element || looks(element) !== before;
        if (!isSeen) unseen.push(element.outerHTML.slice(0, 90));
    }
    return unseen;
}"""
