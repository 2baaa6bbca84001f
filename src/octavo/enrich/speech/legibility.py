"""Whether espeak-ng can read a language, told from how it reads that language's names of the days and months.

A letter that it has no rule for it names in English ("Chinese letter"), Mandarin it reads as English syllables, and
where a script writes no vowels it says none. Of the 97 languages that espeak-ng 1.51 and CLDR both know, it says .57 of
the Japanese sounds and .78 of the Mandarin ones in English, of all others at most .05; of the sounds vowels are .08 in
Hebrew and .31 or more in all others. Another release may read them: what is installed is asked.
"""

import re
import subprocess
import unicodedata
from functools import cache

FOREIGN_MOST = 0.3
"""Of the sounds, those said in another language."""
VOWELS_LEAST = 0.2
"""Of the sounds of its own."""
GARBLED = frozenset(("my", "th"))
"""Languages whose every letter has a sound, but which espeak-ng reads in the order of writing, with vowels before the
consonants that they follow and signs of tone as consonants: ประเทศไทย (prathet thai) as "parasetethasaithaj", သတင်း
(thadin) as "thtng". No share of the sounds tells that."""
_SPOKEN = re.compile(r"\((?P<language>[a-z-]+)\)|(?P<end>\n)|(?P<sound>[^\W\d_])")
_VOWELS = frozenset("aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ")


@cache
def is_read(program: str, voice: str, language: str) -> bool:
    """Tell whether espeak-ng, called as `program`, says a language with `voice` so that one can understand it."""
    if language in GARBLED:
        return False
    own, foreign = _sounds(_transcribed(program, voice, _names(language)), voice)
    vowels = sum(sound in _VOWELS for sound in own)
    return len(foreign) <= FOREIGN_MOST * (len(own) + len(foreign)) and vowels >= VOWELS_LEAST * len(own)


def _names(language: str) -> str:
    """Return the names of the days and months in a language, "" where they are not known."""
    from babel import Locale, UnknownLocaleError

    try:
        known, unnamed = Locale.parse(language), Locale("root")
    except (UnknownLocaleError, ValueError):
        return ""
    names = (*known.days["format"]["wide"].values(), *known.months["format"]["wide"].values())
    none = {*unnamed.days["format"]["wide"].values(), *unnamed.months["format"]["wide"].values()}
    return ", ".join(name for name in names if name not in none)


def _transcribed(program: str, voice: str, text: str) -> str:
    """Return what the voice says of a text, in the International Phonetic Alphabet."""
    command = (program, "-v", voice, "-q", "--ipa", "--stdin")
    said = subprocess.run(command, input=text.encode(), capture_output=True, timeout=30, check=False)
    return unicodedata.normalize("NFD", said.stdout.decode(errors="replace"))


def _sounds(transcribed: str, voice: str) -> tuple[list[str], list[str]]:
    """Return the sounds that are said in the voice's own language, which every line begins in, and in others."""
    own: list[str] = []
    foreign: list[str] = []
    said = own
    for one in _SPOKEN.finditer(transcribed):
        if one["sound"] and unicodedata.category(one["sound"]) != "Lm":
            said.append(one["sound"])
        elif one["end"] or one["language"]:
            said = own if one["end"] or _is_same(one["language"], voice) else foreign
    return own, foreign


def _is_same(language: str, voice: str) -> bool:
    return language.partition("-")[0] == voice.partition("-")[0]
