"""Small drawings that pages carry inside them."""

from markupsafe import Markup

WIDTH, GAP, HEIGHT = 4, 2, 12
MOST_LEAVES = 10
"""Further ones would say no more; the exact numbers stand beside in words."""


def leaves(publishers_count: int, copies_count: int) -> Markup:
    """Draw a story's coverage: a full leaf for each publisher's own report, a hollow one for each folded copy."""
    full = min(publishers_count, MOST_LEAVES)
    hollow = min(copies_count, MOST_LEAVES - full // 2)
    width = (full + hollow) * (WIDTH + GAP)
    drawn = "".join(_leaf(place, is_full=place < full) for place in range(full + hollow))
    return Markup(
        f'<svg class="leaves" width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}" '
        f'aria-hidden="true" focusable="false">{drawn}</svg>'
    )


def tick(name: str) -> Markup:
    """Draw a check mark that says its name to those who do not see it, and to those who point at it."""
    return Markup(
        '<svg class="tick" width="11" height="10" viewBox="0 0 11 10" role="img" focusable="false">'
        '<title>{}</title><path d="M1 5.5 4 8.5 10 1"/></svg>'
    ).format(name)


def _leaf(place: int, *, is_full: bool) -> str:
    left = place * (WIDTH + GAP)
    if is_full:
        return f'<rect x="{left}" width="{WIDTH}" height="{HEIGHT}"/>'
    return f'<rect class="hollow" x="{left + 0.5}" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}"/>'
