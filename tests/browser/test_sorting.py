"""Our order of names is the browser's own (ICU)."""

import pytest
from babel import Locale
from playwright.sync_api import Browser

from octavo.core.collation import collation_key

LANGUAGES = ("en", "ko", "de", "es", "ar", "ja", "ms", "zh")
pytestmark = pytest.mark.browser


def test_countries_stand_as_the_browser_s_collator_puts_them(browser: Browser) -> None:
    from pypinyin import lazy_pinyin

    page = browser.new_page()
    for language in LANGUAGES:
        names = sorted({str(name) for code, name in Locale(language).territories.items() if code.isalpha()})
        collate = "([language, names]) => names.sort(new Intl.Collator(language).compare)"
        theirs = page.evaluate(collate, [language, names])
        ours = sorted(names, key=lambda name: collation_key(name, language))
        if language == "zh":
            assert [lazy_pinyin(name[0]) for name in ours] == [lazy_pinyin(name[0]) for name in theirs]
        else:
            assert ours == theirs, language
    page.close()
