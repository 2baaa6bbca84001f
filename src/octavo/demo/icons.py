"""A publisher's icon: its initial on its colour, as SVG and PNG."""

from functools import cache
from html import escape
from io import BytesIO

from octavo.demo.content import Site

_SIDE = 180


def svg(site: Site) -> bytes:
    """Return the icon as an SVG picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<rect width="{_SIDE}" height="{_SIDE}" rx="36" fill="{site.colour}"/>'
        f'<text x="50%" y="50%" dy=".36em" text-anchor="middle" font-family="serif" font-weight="700" '
        f'font-size="104" fill="#fff">{escape(site.name.removeprefix("The ")[0])}</text></svg>'
    ).encode()


@cache
def png(key: str, colour: str) -> bytes:
    """Return the icon as a PNG picture, 180 pixels square: a folded sheet whose folds differ by publisher."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (_SIDE, _SIDE), colour)
    draw = ImageDraw.Draw(picture, "RGBA")
    seed = sum(key.encode())
    for step in range(4):
        edge = 30 + (seed * (step + 3)) % 120
        draw.polygon([(0, _SIDE), (edge, 40 * step), (_SIDE, _SIDE - 25 * step)], fill=(255, 255, 255, 44))
    draw.ellipse((118, 26, 154, 62), fill=(255, 255, 255, 210))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
