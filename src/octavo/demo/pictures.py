"""Editorial illustrations, painted: the same section and number always give the same picture."""

import math
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
_QUALITY = 82
Colour = tuple[int, int, int]

_PALETTES: dict[str, tuple[str, ...]] = {
    "politics": ("#f3e9dc", "#d9b99b", "#a4674a", "#5e3a3a", "#2b2d42"),
    "economy": ("#f2efe6", "#e3c27a", "#b58a3c", "#4f6d5c", "#1f3a3d"),
    "science": ("#0e1a2b", "#1d3557", "#457b9d", "#e9c46a", "#f1faee"),
    "health": ("#eef6f2", "#bfe0d2", "#6fb3a0", "#e07a5f", "#2f5d62"),
    "culture": ("#f7ede2", "#f5cac3", "#f28482", "#84a59d", "#3d405b"),
    "sport": ("#eaf4d3", "#99c24d", "#41764b", "#f4a259", "#1d3b2a"),
    "environment": ("#eaf2e3", "#b5cda3", "#7a9e7e", "#4b6b54", "#26413c"),
    "weather": ("#dde7ee", "#a9c0d3", "#6d8ea6", "#3d5a73", "#1b2f45"),
    "technology": ("#eef0fb", "#b8c0ff", "#7b86e0", "#ff9f80", "#2d3061"),
    "lifestyle": ("#fff4e6", "#ffd8a8", "#f08a5d", "#b83b5e", "#6a2c70"),
}

_LIGHTS: tuple[Colour, ...] = ((255, 170, 120), (120, 160, 230), (240, 220, 140), (170, 120, 180), (120, 190, 170))


@lru_cache(maxsize=256)
def paint(section: str, number: int) -> bytes:
    """Return a JPEG picture, 1200 by 800 pixels, in the section's colours."""
    from PIL import ImageDraw

    random = Random(f"{section}/{number}")
    colours = _tinted([_rgb(code) for code in _PALETTES[section]], random)
    sky, next_to_sky = colours[0], colours[1]
    picture = _gradient(sky, _mixed(sky, next_to_sky, 0.8))
    random.choice(_SCENES[section])(ImageDraw.Draw(picture, "RGBA"), colours, random)
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _rgb(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _tinted(colours: list[Colour], random: Random) -> list[Colour]:
    """Lean a palette a little towards one light of the day, so that a section's pictures are kin and not twins."""
    light = random.choice(_LIGHTS)
    return [_mixed(colour, light, random.uniform(0.0, 0.22)) for colour in colours]


def _gradient(top: Colour, bottom: Colour) -> "Image.Image":
    from PIL import Image

    strip = Image.new("RGB", (1, 32))
    for y in range(32):
        strip.putpixel((0, y), _mixed(top, bottom, y / 31))
    return strip.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)


def _ridge(random: Random, base: float, rise: float) -> list[tuple[float, float]]:
    """Return a hill line from edge to edge and down to the lower corners."""
    waves = [(random.uniform(0.6, 3.2), random.uniform(0, math.tau), rise / (i + 1)) for i in range(3)]
    line = [
        (x, base + sum(height * math.sin(x / WIDTH * pace * math.tau / 2 + shift) for pace, shift, height in waves))
        for x in range(0, WIDTH + 25, 24)
    ]
    return [*line, (WIDTH + 24, HEIGHT), (0, HEIGHT)]


def _sun(draw: "ImageDraw.ImageDraw", colour: Colour, random: Random) -> None:
    x, y, radius = random.uniform(200, 1000), random.uniform(120, 320), random.uniform(60, 130)
    for grow, alpha in ((1.8, 40), (1.35, 70), (1.0, 255)):
        r = radius * grow
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(*colour, alpha))


def _hills(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    _sun(draw, _mixed(colours[0], (255, 236, 190), 0.7), random)
    count = random.randint(4, 6)
    for i in range(count):
        share = i / (count - 1) * (len(colours) - 2)
        low = int(share)
        colour = _mixed(colours[low + 1], colours[min(low + 2, len(colours) - 1)], share - low)
        draw.polygon(_ridge(random, 360 + i * 400 / count, 70 - 6 * i), fill=colour)


def _skyline(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    _sun(draw, colours[0], random)
    for row, colour in enumerate(colours[1:4]):
        x = -random.uniform(0, 60)
        while x < WIDTH:
            width = random.uniform(60, 170)
            top = 240 + row * 130 + random.uniform(-120, 120)
            draw.rectangle((x, top, x + width, HEIGHT), fill=colour)
            if row == 2:
                _windows(draw, colours[0], (x, top, width), random)
            x += width + random.uniform(4, 26)
    draw.rectangle((0, 740, WIDTH, HEIGHT), fill=colours[4])


def _windows(draw: "ImageDraw.ImageDraw", colour: Colour, house: tuple[float, float, float], random: Random) -> None:
    left, top, width = house
    for y in range(int(top) + 24, 720, 44):
        for x in range(int(left) + 16, int(left + width) - 20, 34):
            if random.random() < 0.45:
                draw.rectangle((x, y, x + 14, y + 20), fill=(*colour, 200))


def _orbits(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    for _ in range(140):
        x, y, r = random.uniform(0, WIDTH), random.uniform(0, HEIGHT), random.uniform(0.8, 2.6)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(*colours[4], random.randint(90, 230)))
    cx, cy = random.uniform(350, 850), random.uniform(300, 520)
    for i in range(5):
        wide, high = 170 + i * 120, (170 + i * 120) * 0.42
        draw.ellipse((cx - wide, cy - high, cx + wide, cy + high), outline=(*colours[2], 170), width=3)
        angle, r = random.uniform(0, math.tau), random.uniform(12, 34)
        x, y = cx + wide * math.cos(angle), cy + high * math.sin(angle)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=colours[2 + i % 2])
    draw.ellipse((cx - 105, cy - 105, cx + 105, cy + 105), fill=colours[3])


def _cutouts(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    for i in range(6):
        x = 60 + i * 190 + random.uniform(-24, 24)
        width, top = random.uniform(110, 190), random.uniform(160, 460)
        colour = colours[1 + (i + random.randint(0, 2)) % 4]
        draw.pieslice((x, top, x + width, top + width), 180, 360, fill=colour)
        draw.rectangle((x, top + width / 2, x + width, 660), fill=colour)
    draw.rectangle((0, 660, WIDTH, HEIGHT), fill=colours[4])
    _sun(draw, colours[2], random)


def _petals(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    for i in range(9):
        cx, cy, reach = random.uniform(80, 1120), random.uniform(80, 720), random.uniform(70, 170)
        for leaf in range(8):
            angle = leaf * math.tau / 8 + i
            x, y, r = cx + reach * 0.6 * math.cos(angle), cy + reach * 0.6 * math.sin(angle), reach * 0.42
            draw.ellipse((x - r, y - r, x + r, y + r), fill=(*colours[1 + i % 3], 150))
        draw.ellipse((cx - 26, cy - 26, cx + 26, cy + 26), fill=colours[4 if i % 2 else 3])


def _pitch(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    for i in range(8):
        draw.rectangle((i * 150, 300, i * 150 + 150, HEIGHT), fill=colours[1 + i % 2])
    white = (255, 255, 255, 220)
    cx = random.uniform(380, 820)
    draw.ellipse((cx - 170, 440, cx + 170, 660), outline=white, width=7)
    draw.line((cx, 300, cx, HEIGHT), fill=white, width=7)
    draw.polygon([(0, 180), (WIDTH, 120 + random.uniform(0, 80)), (WIDTH, 310), (0, 310)], fill=colours[4])
    for _ in range(260):
        x, y = random.uniform(0, WIDTH), random.uniform(205, 300)
        draw.ellipse((x, y, x + 9, y + 9), fill=(*random.choice(colours[:4]), 220))
    x, y = random.uniform(200, 1000), random.uniform(480, 700)
    draw.ellipse((x - 34, y - 34, x + 34, y + 34), fill=colours[3], outline=white, width=5)


def _circuits(draw: "ImageDraw.ImageDraw", colours: list[Colour], random: Random) -> None:
    for i in range(22):
        x, y = random.randrange(0, WIDTH, 60), random.randrange(0, HEIGHT, 60)
        colour = colours[1 + i % 4]
        for _ in range(5):
            along, far = random.random() < 0.5, random.choice((-180, -120, 120, 180, 240))
            end = (x + far, y) if along else (x, y + far)
            draw.line((x, y, *end), fill=colour, width=9)
            x, y = end
        draw.ellipse((x - 20, y - 20, x + 20, y + 20), fill=colour)
    draw.rounded_rectangle((430, 250, 770, 550), 36, fill=colours[4])
    draw.rounded_rectangle((490, 310, 710, 490), 24, fill=colours[random.randint(1, 3)])


Scene = Callable[["ImageDraw.ImageDraw", list[Colour], Random], None]
_SCENES: dict[str, tuple[Scene, ...]] = {
    "politics": (_cutouts, _skyline, _hills),
    "economy": (_skyline, _cutouts),
    "science": (_orbits,),
    "health": (_petals, _hills),
    "culture": (_cutouts, _petals),
    "sport": (_pitch, _pitch, _hills),
    "environment": (_hills, _hills, _petals),
    "weather": (_hills,),
    "technology": (_circuits, _skyline),
    "lifestyle": (_petals, _hills, _cutouts),
}
