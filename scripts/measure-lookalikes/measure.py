#!/usr/bin/env python3
"""Measure which characters look like which letters, and write data/measured-lookalikes.tsv and data/measured-shapes.tsv.

    python3 -m venv VENV && VENV/bin/pip install -r scripts/measure-lookalikes/requirements.txt
    VENV/bin/python scripts/measure-lookalikes/measure.py            write the tables
    VENV/bin/python scripts/measure-lookalikes/measure.py --figures  print only how well the distance tells pairs apart

By hand, after a change of data/lookalikes.tsv, of Unicode, or of the fonts; takes some minutes. Needs Python 3.11 and, from
Debian 12, the packages (only measurements are taken from the fonts, nothing of them is in the table)

    fonts-noto-core, fonts-noto-extra, fonts-noto-mono 20201225-1, fonts-noto-cjk 20220127, fonts-dejavu 2.37-6,
    fonts-freefont-ttf 20120503-10, fonts-liberation 1.07.4-11, fonts-sil-charis 6.101-1, fonts-sil-doulos 6.101-1,
    fonts-sil-andika 6.101-2, fonts-sil-gentium 1.03-4, fonts-symbola 2.60-1.1, fonts-unifont 15.0.01-2

Rows come from four sources, and the reason of a row tells which:
  * a pair of data/lookalikes.tsv: only its distance is told here, its grade and reason stand there;
  * UTS #39 gives the character the prototype of an ASCII letter (data/ucd/prototypes.txt);
  * its name says of which letter it is a form: LATIN SMALL LETTER B WITH HOOK;
  * its ink differs by less than a limit from that of a letter (LIMIT, and the stricter ones beside it).
What is measured is the best of all fonts: a spoofer chooses the pair that looks best where he writes, and readers see many
fonts. Letters at home in a spelling of today (data/ucd/at_home.txt) never get a row by ink alone.

The second table has no such limits: for each letter the ASCII letters that come nearest to it in ink (SHAPES). They are no
look-alikes; but where a word leaves open what a letter was meant to be, a nearer one is the likelier guess.
"""
import pathlib
import random
import re
import sys

import numpy
import unicodedata2

import ink

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "data"
UNICODE = "18.0.0"

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЇҐ"
GREEK = "αβγδεζηθικλμνξοπρςστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"

# What letters are compared with: sans, serif, mono, a schoolbook hand (one-storey a and g) and italics.
REFERENCES = [
    "NotoSans-Regular.ttf", "NotoSerif-Regular.ttf", "NotoSansMono-Regular.ttf", "DejaVuSans.ttf", "DejaVuSerif.ttf",
    "DejaVuSansMono.ttf", "LiberationSans-Regular.ttf", "LiberationSerif-Regular.ttf", "FreeSans.ttf", "FreeSerif.ttf",
    "Andika-Regular.ttf", "CharisSIL-Regular.ttf", "NotoSans-Italic.ttf", "LiberationSerif-Italic.ttf",
]
# Where characters are taken from, besides every upright Noto face of one script.
SOURCES = [
    "DejaVuSans.ttf", "DejaVuSerif.ttf", "DejaVuSansMono.ttf", "FreeSans.ttf", "FreeSerif.ttf", "FreeMono.ttf",
    "LiberationSans-Regular.ttf", "LiberationSerif-Regular.ttf", "CharisSIL-Regular.ttf", "DoulosSIL-Regular.ttf",
    "Andika-Regular.ttf", "Gentium-R.ttf", "Symbola_hint.ttf",
]
# Only for what no other font has: its glyphs are a few pixels high.
LAST = ["unifont.otf", "unifont_upper.otf"]
# Faces of Noto for display, for reading aids and for scripts of pictures; the seven of Tifinagh by place.
NOT = re.compile("UI-|Display|Looped|Slanted|Nastaliq|Music|SignWriting|Tangut|Egyptian|Cuneiform|Anatolian|Nushu|Tifinagh[A-Z]")

# Letters without their dot, which is easily taken for dirt or not seen at all; what the missing dot costs.
DOTLESS, NO_DOT = {"i": "ı", "j": "ȷ"}, 3

# The largest distance for a row by ink alone: for letters; for numbers and signs, which are no letters to begin with; for
# ideographs; for Cyrillic and Greek targets, of which ASCII readers know nothing.
LIMIT, SIGN_LIMIT, HAN_LIMIT, OTHER_LIMIT = 15, 8, 10, 10
# Of the letters under the limit: so many, so much worse than the best, and so much worse in the other case.
MOST, BEHIND, OTHER_CASE = 3, 8, 4
# As near as this to `l` or `I`, a character is a plain stroke: it reads as any of STROKES, whose dot or hook is not missed.
STROKE, STROKES = 12, "lIij"
# Measured where a name or UTS #39 says that it is the letter: no larger than this.
CLAIMED = 40
# As guesses: so many letters, and none that is further off.
SHAPES, SHAPE_LIMIT = 5, 31
# Signs are looked at only in these categories.
KINDS = ("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "No", "Nd", "So", "Sm")
# Sign lists rather than letters: nobody writes words with them, and they have thousands of shapes.
PICTURES = {
    "Tangut", "Egyptian_Hieroglyphs", "Cuneiform", "Anatolian_Hieroglyphs", "SignWriting", "Nushu", "Khitan_Small_Script",
}
# Scripts from which a letter may be taken for Cyrillic or Greek.
EUROPEAN = {
    "Latin", "Cyrillic", "Greek", "Coptic", "Armenian", "Georgian", "Cherokee", "Lisu", "Glagolitic", "Gothic", "Old_Italic",
    "Carian", "Lycian", "Lydian", "Deseret", "Osage", "Canadian_Aboriginal", "Old_Permic", "Elbasan", "Caucasian_Albanian",
    "Warang_Citi", "Phoenician", "Runic",
}
# Letters that are named, not lettered, and the ASCII letter they are read as inside a word.
NAMED = {
    "ALPHA": "a", "ETH": "d", "THORN": "p", "WYNN": "p", "EZH": "z", "SCHWA": "e", "IOTA": "i", "UPSILON": "u", "GAMMA": "y",
    "KRA": "k", "ENG": "n", "YOGH": "z", "VEND": "v", "CHI": "x", "BETA": "b", "OMEGA": "w",
}


def codes(name):
    """{code point: value} of a file in data/ucd."""
    found = {}
    for line in (DATA / "ucd" / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            span, value = line.split(" ; ", 1)
            first, _, last = span.partition("..")
            found.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), value))
    return found


SCRIPT, AT_HOME, PROTOTYPE = codes("script.txt"), codes("at_home.txt"), codes("prototypes.txt")
PROPERTIES = {"Uppercase": set(), "Lowercase": set()}
for text in (DATA / "ucd" / "properties.txt").read_text(encoding="utf-8").splitlines():
    span, _, prop = text.partition(" ; ")
    if prop in PROPERTIES:
        first, _, last = span.partition("..")
        PROPERTIES[prop].update(range(int(first, 16), int(last or first, 16) + 1))


def styled():
    """The characters that src/unicode/styled_table.rs already makes plain."""
    table = (ROOT / "src" / "unicode" / "styled_table.rs").read_text(encoding="utf-8")
    runs = re.findall(r"r\(0x([0-9A-F]+), 0x([0-9A-F]+), [^)]*?, (\w+)\)", table)
    return {code: style for first, last, style in runs for code in range(int(first, 16), int(last, 16) + 1)}


STYLED = styled()


def script(code):
    return SCRIPT.get(code, "Unknown")


def case(code):
    return (code in PROPERTIES["Uppercase"]) - (code in PROPERTIES["Lowercase"])


def in_case(letter, code):
    """`letter` in the case of `code`, if that has one."""
    cased = {1: letter.upper(), -1: letter.lower(), 0: letter}[case(code)]
    return cased if len(cased) == 1 else letter


def is_source(code):
    """Whether a character is worth measuring: a letter or sign that is not a letter with its marks."""
    c = chr(code)
    if code < 0x80 or unicodedata2.category(c) not in KINDS or script(code) in PICTURES:
        return False
    if 0xAC00 <= code <= 0xD7A3:
        return False
    decomposition = unicodedata2.decomposition(c)
    if script(code) == "Han" and (decomposition or not 0x4E00 <= code <= 0x9FFF):
        return False
    return not decomposition or decomposition.startswith("<") and len(decomposition.split()) == 2


def hand_pairs():
    """The pairs of data/lookalikes.tsv with their grades."""
    lines = (DATA / "lookalikes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(ord(row[0]), row[2]): row[4] for row in rows}


class Measured:
    """The best distance of each character to each letter, and the font of the character where it was found."""

    def __init__(self, targets, wanted):
        self.targets, self.index = targets, {letter: i for i, letter in enumerate(targets)}
        self.best, self.font = {}, {}
        glyphs = [(self.index[t], font.glyph(ord(t))) for font in map(ink.Font, map(ink.find, REFERENCES)) for t in targets]
        glyphs = sorted((pair for pair in glyphs if pair[1]), key=lambda pair: pair[0])
        self.references = ink.Stack([glyph for _, glyph in glyphs])
        owners = numpy.array([owner for owner, _ in glyphs])
        self.owners, self.starts = numpy.unique(owners, return_index=True)
        noto = sorted({path.name for path in pathlib.Path(ink.FONTS).rglob("Noto*-Regular.tt[fc]") if not NOT.search(path.name)})
        for name in noto + SOURCES + LAST:
            self.add(ink.Font(ink.find(name)), wanted, name in LAST)

    def add(self, font, wanted, last):
        of_font = [code for code in sorted(font.codes) if wanted(code) and not (last and code in self.best)]
        # One face of ideographs is enough.
        of_font = [code for code in of_font if not (script(code) == "Han" and code in self.best)]
        for at in range(0, len(of_font), 1000):
            glyphs = [(code, font.glyph(code)) for code in of_font[at : at + 1000]]
            glyphs = [pair for pair in glyphs if pair[1]]
            if not glyphs:
                continue
            found = ink.distances(ink.Stack([glyph for _, glyph in glyphs]), self.references)
            found = numpy.minimum.reduceat(found, self.starts, axis=1)
            for (code, _), row in zip(glyphs, found):
                best = self.best.setdefault(code, numpy.full(len(self.targets), 999, dtype=numpy.float32))
                fonts = self.font.setdefault(code, numpy.full(len(self.targets), "", dtype=object))
                fresh = numpy.full(len(self.targets), 999, dtype=numpy.float32)
                fresh[self.owners] = row
                better = fresh < best - 0.5
                best[better], fonts[better] = fresh[better], font.name

    def get(self, code, letter):
        """Distance, rounded, and font; None where it could not be measured."""
        at = self.index.get(letter)
        if at is None or code not in self.best or self.best[code][at] > 100:
            return None
        found = round(float(self.best[code][at])), self.font[code][at]
        if letter in DOTLESS:
            distance, font = self.get(code, DOTLESS[letter])
            found = min(found, (distance + NO_DOT, font))
        return found


def by_prototype():
    found = {}
    for letter in LATIN:
        found.setdefault(PROTOTYPE[ord(letter)], []).append(letter)
    return found


def prototype_targets(code, letters_of):
    """The ASCII letters that share the prototype of a character, in its case. The class of `l` holds `I` and what reads as `i`."""
    letters = letters_of.get(PROTOTYPE.get(code), [])
    if "l" in letters:
        letters = {1: ["I"], -1: ["l", "i"], 0: ["l", "I", "i"]}[case(code)]
    return list(dict.fromkeys(in_case(letter, code) for letter in letters))


def named_target(code):
    """The letter of which its name says that it is a form."""
    name = unicodedata2.name(chr(code), "")
    found = re.fullmatch(r"LATIN (?:EPIGRAPHIC )?(?:SMALL |CAPITAL )?LETTER ((?:[A-Z-]+ )*)([A-Z]+)(?: WITH .*)?", name)
    if not found or unicodedata2.decomposition(chr(code)):
        return None
    before, word = found.groups()
    if "SHARP" in before or "TONE" in before or "SMALL CAPITAL" in before and code in STYLED:
        return None
    letter = word.lower() if len(word) == 1 else NAMED.get(word)
    return letter and in_case(letter, code)


def by_ink(code, measured):
    """The letters of ASCII under the limit: at most MOST, in the case of the character or, if it has none, in either."""
    category = unicodedata2.category(chr(code))
    limit = HAN_LIMIT if script(code) == "Han" else LIMIT if category[0] == "L" else SIGN_LIMIT
    best = {}
    for letter in LATIN:
        found = measured.get(code, letter)
        if found and found[0] <= limit:
            # A small letter with the shape of a capital is a small capital; a capital with the shape of a small letter is
            # taken for that, unless it has the shape of both.
            meant = in_case(letter, code)
            if case(code) == 1 and letter != meant and (measured.get(code, meant) or (100,))[0] > limit:
                meant = letter
            if meant not in best or found[0] < best[meant][0]:
                best[meant] = found
    if not best:
        return {}
    least = min(distance for distance, _ in best.values())
    chosen, folded = {}, {}
    for letter, found in sorted(best.items(), key=lambda item: (item[1][0], item[0])):
        first = folded.get(letter.lower())
        if first is None and (len(folded) == MOST or found[0] > least + BEHIND):
            continue
        if first is not None and found[0] > first + OTHER_CASE:
            continue
        folded.setdefault(letter.lower(), found[0])
        chosen[letter] = found
    for letter in strokes(code, measured):
        chosen.setdefault(in_case(letter, code), measured.get(code, letter))
    return {letter: found for letter, found in chosen.items() if found}


def strokes(code, measured):
    """What a plain stroke that is a letter or number reads as; nothing if the character is none."""
    if unicodedata2.category(chr(code))[0] == "S":
        return ""
    return STROKES if any((measured.get(code, letter) or (100,))[0] <= STROKE for letter in "lI") else ""


def rows(measured):
    """(source, target) -> (distance or None, reason)."""
    hand, letters_of, found = hand_pairs(), by_prototype(), {}
    # What somebody has looked at and found to read as a letter is not given others that ink alone suggests.
    settled = {code for (code, target), grade in hand.items() if grade != "far" and target.isascii()}
    twins = {target for (code, target), grade in hand.items() if grade == "twin" and code < 0x80}

    def add(code, letter, reason, most=None):
        if chr(code) == letter or (code, letter) in found:
            return
        if most is None and script(code) == script(ord(letter)) and ord(letter) >= 0x80:
            return
        distance, font = measured.get(code, letter) or (None, None)
        if distance is not None and most is not None:
            distance = min(distance, most)
        if distance is None:
            reason += "; not measured"
        elif reason:
            reason += f"; ink differs by {distance}% in {font}"
        else:
            reason = f"ink differs by {distance}% in {font}"
        found[code, letter] = (distance, reason)

    for code, letter in hand:
        if measured.get(code, letter):
            add(code, letter, "see lookalikes.tsv", 100)
    sources = sorted(set(PROTOTYPE) | set(measured.best))
    for code in sources:
        if code < 0x80 or code in STYLED or unicodedata2.category(chr(code)) == "Mn":
            continue
        for letter in prototype_targets(code, letters_of):
            same = PROTOTYPE[code] == PROTOTYPE[ord(letter)]
            if code in settled and not same:
                continue
            add(code, letter, "UTS #39: same prototype" if same else "UTS #39: a form of it has the same prototype", CLAIMED)
    for code in range(0x80, 0x20000):
        letter = named_target(code)
        if letter and code not in STYLED:
            add(code, letter, "a form of it by name", CLAIMED)
    for code in sorted(measured.best):
        if code in AT_HOME or code in STYLED:
            continue
        if code < 0x80:
            continue
        for letter in by_ink(code, measured):
            if code not in settled or case(code) == 0 and letter in strokes(code, measured):
                add(code, letter, "")
    for code in sorted(measured.best):
        if code in AT_HOME or script(code) not in EUROPEAN or STYLED.get(code, "SmallCapital") != "SmallCapital":
            continue
        if unicodedata2.category(chr(code))[0] != "L":
            continue
        for alphabet in (CYRILLIC, GREEK):
            best = {}
            for letter in alphabet:
                near = measured.get(code, letter)
                if near and near[0] <= OTHER_LIMIT and letter not in twins and in_case(letter, code) not in twins:
                    meant = in_case(letter, code)
                    best[meant] = min(best.get(meant, near), near)
            if any((code, letter) in hand for letter in alphabet):
                continue
            for letter in sorted(best, key=lambda letter: (best[letter][0], letter))[:2]:
                add(code, letter, "")
    return drop_case_changes(found, set(hand))


def shapes(measured):
    """code -> its nearest ASCII letters, in lower case, with their distances."""
    found = {}
    for code in sorted(measured.best):
        of_words = unicodedata2.category(chr(code))[0] == "L" and script(code) not in ("Han", "Hangul", "Common", "Inherited")
        if code in STYLED or not of_words or not is_source(code):
            continue
        near = {}
        for letter in LATIN:
            distance = (measured.get(code, letter) or (100,))[0]
            near[letter.lower()] = min(near.get(letter.lower(), 100), distance)
        nearest = sorted((distance, letter) for letter, distance in near.items() if distance <= SHAPE_LIMIT)[:SHAPES]
        if nearest:
            found[code] = nearest
    return found


def drop_case_changes(found, hand):
    """Without rows to a letter that another row has in the other case: the case of the character is kept, and what was
    judged outweighs what was measured."""
    judged, kept = {(code, letter.lower()) for code, letter in hand}, {
        (code, letter.lower()) for code, letter in found if case(code) == case(ord(letter))
    }

    def stays(code, letter):
        if (code, letter) in hand or case(code) == 0:
            return True
        pair = (code, letter.lower())
        return pair not in judged and (case(code) == case(ord(letter)) or pair not in kept)

    return {pair: row for pair, row in found.items() if stays(*pair)}


def figures(measured):
    """How well the distance tells pairs of UTS #39 from random ones."""
    letters_of = by_prototype()
    alike = [c for c in measured.best if c >= 0x80 and c not in STYLED and letters_of.get(PROTOTYPE.get(c))]
    others = [c for c in sorted(measured.best) if c not in PROTOTYPE and unicodedata2.category(chr(c))[0] == "L" and script(c) != "Han"]
    others = random.Random(1).sample(others, 1000)
    good = numpy.array([min(measured.best[c][measured.index[t]] for t in letters_of[PROTOTYPE[c]]) for c in alike])
    bad = numpy.array([measured.best[c][measured.index[t]] for c in others for t in LATIN])
    area = 1 - numpy.mean(numpy.searchsorted(numpy.sort(bad), good) / len(bad))
    print(f"{len(alike)} pairs of UTS #39 against {len(bad)} random ones: area under the curve {area:.3f}")
    for limit in (3, 5, 10, 15, 20, 25, 30, 40):
        print(f"  distance up to {limit:2}: {numpy.mean(good <= limit):6.1%} of the pairs, {numpy.mean(bad <= limit):7.2%} of random ones")


def main():
    if unicodedata2.unidata_version != UNICODE:
        sys.exit(f"expected Unicode {UNICODE} in unicodedata2, but found {unicodedata2.unidata_version}")
    hand = hand_pairs()
    in_hand = {code for code, _ in hand} | {ord(letter) for letter in LATIN}
    targets = list(dict.fromkeys(LATIN + CYRILLIC + GREEK + "ıȷ" + "".join(sorted({target for _, target in hand}))))
    measured = Measured(targets, lambda code: code in in_hand or is_source(code))
    figures(measured)
    if sys.argv[1:] == ["--figures"]:
        return
    write(measured, hand)


def write(measured, hand):
    found = rows(measured)
    order = {"Latin": 0, "Cyrillic": 1, "Greek": 2}
    lines = [
        f"# How far characters are from the letters that they read as. Unicode {UNICODE}.\n"
        "# Written by scripts/measure-lookalikes/measure.py, which says how; do not edit. Rows that are not in lookalikes.tsv\n"
        "# are graded far. Distance: 0 is the same ink, 100 has nothing in common; `-` could not be measured.\n"
        "#source\tcode point\ttarget\tcode point\tdistance\treason\n"
    ]
    for code, letter in sorted(found, key=lambda p: (p[0], order[script(ord(p[1]))], found[p][0] is None, found[p][0], p[1])):
        distance, reason = found[code, letter]
        told = "-" if distance is None else str(distance)
        lines.append(f"{chr(code)}\tU+{code:04X}\t{letter}\tU+{ord(letter):04X}\t{told}\t{reason}\n")
    (DATA / "measured-lookalikes.tsv").write_text("".join(lines), encoding="utf-8")
    lines = [
        f"# The ASCII letters whose ink comes nearest to that of a letter, with their distances. Unicode {UNICODE}.\n"
        "# Written by scripts/measure-lookalikes/measure.py, which says how; do not edit.\n"
        "#source\tcode point\tnearest\n"
    ]
    for code, nearest in shapes(measured).items():
        told = " ".join(f"{letter}{distance}" for distance, letter in nearest)
        lines.append(f"{chr(code)}\tU+{code:04X}\t{told}\n")
    (DATA / "measured-shapes.tsv").write_text("".join(lines), encoding="utf-8")
    fresh = [pair for pair in found if pair not in hand]
    print(f"{len(found)} rows, {len(fresh)} of them new, of {len({code for code, _ in found})} characters")


if __name__ == "__main__":
    main()
