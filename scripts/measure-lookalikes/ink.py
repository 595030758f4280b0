"""How alike two glyphs are: renders characters and compares their ink.

A glyph is drawn at EM pixels an em, without hinting, cropped to its ink, scaled so that its longer side is SIDE pixels
(the aspect is kept), put in the middle of a square and blurred a little, so that stroke weight and a pixel more or less do
not count. Of two glyphs are compared: the pictures (one less their cosine), the strokes (mean way from the ink of each to the
nearest ink of the other, in sides), and, with little weight, their size and how high they stand above the baseline. The
weighted sum is the distance: 0 is the same ink in the same place; WEIGHTS says what each part is worth.
"""
import glob
import os

import freetype
import numpy
from fontTools.ttLib import TTFont, TTCollection
from PIL import Image
from scipy.ndimage import distance_transform_edt, gaussian_filter

EM, SIDE, FIELD, BLUR = 96, 40, 48, 1.2
INK = 0.35  # from here on a pixel counts as ink
WEIGHTS = {"picture": 70.0, "strokes": 250.0, "size": 9.0, "place": 18.0}
FONTS = "/usr/share/fonts"


class Glyph:
    """Blurred picture (length 1), ink (sum 1), way to the ink, height and middle in ems."""

    def __init__(self, picture, ink, way, height, middle):
        self.picture, self.ink, self.way, self.height, self.middle = picture, ink, way, height, middle


def find(name):
    """The path of a font file by its name."""
    found = sorted(glob.glob(f"{FONTS}/**/{name}", recursive=True))
    if not found:
        raise SystemExit(f"expected the font {name}, but it is not installed; see the packages in measure.py")
    return found[0]


class Font:
    def __init__(self, path):
        self.path = path
        self.name = os.path.basename(path).rsplit(".", 1)[0]
        self.face = freetype.Face(path)
        self.face.set_pixel_sizes(EM, EM)
        if path.endswith(".ttc"):
            table = TTCollection(path, lazy=True).fonts[0]
        else:
            table = TTFont(path, lazy=True)
        self.codes = set(table.getBestCmap() or ())

    def glyph(self, code):
        """The glyph of a character; None where there is no ink or no glyph."""
        if code not in self.codes:
            return None
        try:
            self.face.load_char(chr(code), freetype.FT_LOAD_RENDER | freetype.FT_LOAD_NO_HINTING)
        except freetype.FT_Exception:
            return None
        slot = self.face.glyph
        bitmap = slot.bitmap
        if bitmap.width == 0 or bitmap.rows == 0 or bitmap.width > 4 * EM or bitmap.rows > 4 * EM:
            return None
        if bitmap.pixel_mode != freetype.FT_PIXEL_MODE_GRAY:
            return None
        pixels = numpy.array(bitmap.buffer, dtype=numpy.uint8).reshape(bitmap.rows, bitmap.pitch)[:, : bitmap.width]
        rows, columns = numpy.where(pixels.max(1) > 60)[0], numpy.where(pixels.max(0) > 60)[0]
        if len(rows) == 0:
            return None
        top = slot.bitmap_top - rows[0]
        pixels = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        height, width = pixels.shape
        factor = SIDE / max(height, width)
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        small = numpy.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX), dtype=numpy.float32) / 255
        field = numpy.zeros((FIELD, FIELD), dtype=numpy.float32)
        y, x = (FIELD - size[1]) // 2, (FIELD - size[0]) // 2
        field[y : y + size[1], x : x + size[0]] = small
        mask = field > INK
        if not mask.any():
            return None
        blurred = gaussian_filter(field, BLUR).ravel()
        ink = mask.astype(numpy.float32).ravel()
        way = distance_transform_edt(~mask).astype(numpy.float32).ravel() / SIDE
        return Glyph(blurred / numpy.linalg.norm(blurred), ink / ink.sum(), way, height / EM, (top - height / 2) / EM)


def stack(glyphs, what):
    return numpy.stack([getattr(glyph, what) for glyph in glyphs])


class Stack:
    """Many glyphs, as matrices."""

    def __init__(self, glyphs):
        self.picture, self.ink, self.way = (stack(glyphs, what) for what in ("picture", "ink", "way"))
        self.height = numpy.log2([glyph.height for glyph in glyphs])
        self.middle = numpy.array([glyph.middle for glyph in glyphs])


def distances(some, others):
    """The distances between two stacks of glyphs: 0 for the same ink, at most 100."""
    parts = {
        "picture": numpy.maximum(1 - some.picture @ others.picture.T, 0),
        "strokes": (some.ink @ others.way.T + some.way @ others.ink.T) / 2,
        "size": numpy.minimum(abs(some.height[:, None] - others.height[None, :]), 1),
        "place": numpy.minimum(abs(some.middle[:, None] - others.middle[None, :]), 0.5),
    }
    return numpy.minimum(sum(weight * parts[part] for part, weight in WEIGHTS.items()), 100)
