"""Every text that people see is there in every language, and what is compiled is what is written."""

import re
from collections.abc import Sequence
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

WEB = Path(__file__).resolve().parents[2] / "src" / "octavo" / "web"
LANGUAGES = ("ko", "de", "es", "ar", "ja", "ms", "zh")

KEYWORDS = {"_": None, "gettext": None, "gettext_noop": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
PLACES = re.compile(r"%\((\w+)\)s")

Key = tuple[str, str]
"""A text as written in the code, and its context."""


def _key(text: str | Sequence[str], context: str | None) -> Key:
    return (text if isinstance(text, str) else text[0], context or "")


def wanted() -> set[Key]:
    """Return every text of the templates and of the code."""
    options = {"templates/**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
    found = extract_from_dir(str(WEB), METHODS, options, keywords=KEYWORDS)
    return {_key(text, context) for _, _, text, _, context in found if text}


def messages(catalog: Catalog) -> dict[Key, Message]:
    return {_key(one.id, one.context): one for one in catalog if one.id}


def written(language: str) -> Catalog:
    with (WEB / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(message: Message) -> tuple[str, ...]:
    """Return a message's translations: one, or one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_no_other(language: str) -> None:
    found = messages(written(language))
    assert set(found) == wanted()
    assert [key for key, one in found.items() if one.fuzzy or not all(forms(one))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fill_in_what_their_originals_do(language: str) -> None:
    for message in messages(written(language)).values():
        for form in forms(message):
            assert set(PLACES.findall(form)) <= set(PLACES.findall(str(message.id))), form
            assert form.count("%") - form.count("%%") * 2 == len(PLACES.findall(form)), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_the_cldr_s(language: str) -> None:
    """Each form is for one category of the CLDR, and each category of whole numbers has its form."""
    catalog, rule = written(language), Locale(language).plural_form
    plural = c2py(catalog.plural_expr)
    pairs = {(plural(n), rule(n)) for n in range(1000)}
    assert (
        len(pairs)
        == catalog.num_plurals
        == len({form for form, _ in pairs})
        == len({category for _, category in pairs})
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_all_forms_of_the_language(language: str) -> None:
    catalog = written(language)
    for message in messages(catalog).values():
        assert len(forms(message)) == (1 if isinstance(message.id, str) else catalog.num_plurals), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalog_is_the_written_one(language: str) -> None:
    with (WEB / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = messages(read_mo(file))
    assert {key: forms(one) for key, one in compiled.items()} == {
        key: forms(one) for key, one in messages(written(language)).items()
    }
