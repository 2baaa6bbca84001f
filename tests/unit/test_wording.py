"""Text for people outside translation is found, wherever a hurried hand may put it; the web has none."""

import pytest

from tests.wording import everywhere, in_code, in_script, in_template


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Read on</p>", ["Read on"]),
        ("<p>{{ name }} says\nso</p>", ["says", "so"]),
        ("{% block main %}<h1>Nouvelles</h1>{% endblock %}", ["Nouvelles"]),
        ("{% if a %}<p>{{ b }}</p>{% else %}없음{% endif %}", ["없음"]),
        ('<input placeholder="Search">', ["Search"]),
        ('<img alt="A bridge" title="{{ x }}">', ["A bridge"]),
        ('<button aria-label="Close {{ name }}">×</button>', ["Close {}"]),
        ("{{ 'Section' if a else 'Publisher' }}", ["Section", "Publisher"]),
        ('{{ {"a": "Hashtag"}[kind] }}', ["Hashtag"]),
        ("{{ 'by ' ~ name }}", ["by "]),
        ("<p>{{ name or 'Somebody' }}</p>", ["Somebody"]),
        ("{% macro x() %}<b>Bold words</b>{% endmacro %}", ["Bold words"]),
        ("{% set x %}Kept words{% endset %}", ["Kept words"]),
    ],
)
def test_bare_text_in_a_template_is_found(template: str, found: list[str]) -> None:
    assert [one.text.replace("\x00", "{}").strip() for one in in_template(template)] == [one.strip() for one in found]


@pytest.mark.parametrize(
    "template",
    [
        '<p>{{ _("Read on") }} <a class="more words" href="/en/x" rel="prev nofollow">{{ name }}</a> – · 404</p>',
        '{{ ngettext("%(count)s story", "%(count)s stories", n, count=n) }}',
        '<title>{{ _("Search") }} – Octavo</title>',
        '<code dir="ltr">octavo add https://…</code>',
        "{% block page_class %}narrow{% endblock %}",
        "{# A remark for people who read the template #}",
        '<p class="{{ "here now" if a == "some words" }}">{{ page | replace("one two", "three") }}</p>',
        "<script type='application/ld+json'>{{ structured }}</script>",
        '<p translate="no">Brisk Gazette</p>',
    ],
)
def test_what_machines_read_and_what_is_translated_passes(template: str) -> None:
    assert in_template(template) == []


def test_a_line_is_told() -> None:
    text = "{% extends 'base.html' %}\n{% block main %}\n<p>\n{{ x }}\nBare words</p>{% endblock %}"
    assert [one.line for one in in_template(text, "page.html")] == [5]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('title = "Nothing here yet"', ["Nothing here yet"]),
        ('return HttpResponse("Please sign in")', ["Please sign in"]),
        ('x = f"{count} stories are new"', [" stories are new"]),
        ('"""A docstring of words."""\nx = _("Nothing here yet")', []),
        ('raise BadInput("choose one of these")', []),
        ('x = {"Cache-Control": "public, max-age=0, must-revalidate"}', []),
        ("content_type = 'text/html; charset=utf-8'", []),
        ('pattern = re.compile("two words")', []),
        ('x = ngettext("%(count)s new story", "%(count)s new stories", count)', []),
    ],
)
def test_bare_text_in_code_is_found(code: str, found: list[str]) -> None:
    assert [one.text for one in in_code(code)] == found


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('button.textContent = "Try again";', ["Try again"]),
        ("alert(`Something went wrong: ${error}`);", ["Something went wrong: ${error}"]),
        ('// It says "Try again" here\nconst media = "(min-width: 60rem) and (hover: hover)";', []),
        ('note.textContent = note.dataset.again; document.querySelector("details.languages, details.person");', []),
    ],
)
def test_bare_text_in_a_script_is_found(script: str, found: list[str]) -> None:
    assert [one.text for one in in_script(script)] == found


def test_the_web_has_none() -> None:
    assert [str(one) for one in everywhere()] == []
