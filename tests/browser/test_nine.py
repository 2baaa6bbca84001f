"""Everything that machines make, in a real browser with both providers: local, and an endpoint with a real model.

What a model of 135 million parameters says need not be good: it is shown as far as the reports hold it, or the page
says why it is not; either way the call is on record.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opener
from tests.browser.hearing import heard
from tests.browser.houses import PORTUGUESE, House, house_with_model

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

MODEL_MILLISECONDS = 240_000
"""What an answer of the model, with one before it in the queue, may take on a machine that is busy."""

Visit = Callable[[str], Page]


@pytest.fixture(scope="module", params=["local", "openai"])
def house(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    if request.param == "local":
        yield _demo(request)
        return
    directory: Path = tmp_path_factory.mktemp("model")
    with house_with_model(directory, browser) as started:
        yield started


def _demo(request: pytest.FixtureRequest) -> House:
    ways = request.getfixturevalue("addresses")
    foreign = ways["article"].replace("/en/", "/de/")
    question = "How strong was the earthquake in Tarvan?"
    return House(request.getfixturevalue("site"), ways["story"], ways["article"], foreign, "", question, None, "")


@pytest.fixture
def visit(house: House, opened: Opener) -> Visit:
    def open_page(path: str) -> Page:
        return opened(path, base_url=house.site, storage_state=house.state)

    return open_page


def _outcome(page: Page, *words: str) -> str:
    """Wait until the page says one of these; return what stands there."""
    found = page.get_by_text(words[0])
    for one in words[1:]:
        found = found.or_(page.get_by_text(one))
    found.first.wait_for(timeout=MODEL_MILLISECONDS)
    return found.first.inner_text()


def _is_on_record(page: Page, house: House, purpose: str) -> None:
    page.goto("/en/sent")
    expect(page.get_by_text(purpose).first).to_be_visible()
    expect(page.get_by_text(house.model).first).to_be_visible()


def _opens_its_passage(page: Page) -> None:
    """Follow every sentence's first citation; without a model the sentence stands there word for word."""
    sentences = page.locator(".summary__sentences li")
    places = [(one.inner_text(), one.locator(".cite").first.get_attribute("href")) for one in sentences.all()]
    assert places
    is_worded = page.locator(".summary__how", has_text="Worded by").count() > 0
    for text, place in places:
        page.goto(str(place))
        passage = page.locator("#passage")
        expect(passage).to_be_visible()
        assert is_worded or " ".join(passage.inner_text().split()) in " ".join(text.split())


@pytest.mark.parametrize("kind", ["story", "article"])
def test_a_panel_offers_all_nine(visit: Visit, house: House, kind: str) -> None:
    page = visit(getattr(house, kind))
    ways = page.get_by_role("list", name="Ways to read this")
    for name in ("Shorter, longer, simpler", "Hear it recorded"):
        expect(ways.get_by_role("link", name=name)).to_be_visible()
    expect(page.locator(".summary__sentences .cite").first).to_be_visible()
    expect(page.get_by_role("form", name="Ask the reports")).to_be_visible()
    expect(page.get_by_role("list", name="Hashtags").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Sections").get_by_role("link", name="Briefing")).to_be_visible()
    if kind == "article":
        for name in ("Key facts", "Compare the reports"):
            expect(ways.get_by_role("link", name=name)).to_be_visible()
    else:
        for name in ("Key facts", "The reports, one beside the other"):
            expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_a_summary_is_chosen_and_worded(visit: Visit, house: House) -> None:
    page = visit(house.story)
    page.get_by_role("link", name="Shorter, longer, simpler").click()
    page.get_by_role("link", name="One line").click()
    expect(page.locator(".summary__sentences li")).to_have_count(1)
    if house.model:
        page.get_by_role("button", name=f"Let {house.model} word it").click()
        _outcome(page, "Worded by the language model", "did not word it", "could not be made")
        _is_on_record(page, house, "a summary")
        page.go_back()
    _opens_its_passage(page)


def test_every_sentence_of_a_story_opens_its_passage(visit: Visit, house: House) -> None:
    _opens_its_passage(visit(house.story))


def test_a_question_is_answered_from_the_reports(visit: Visit, house: House) -> None:
    page = visit(house.story)
    asking = page.get_by_role("form", name="Ask the reports")
    asking.get_by_role("textbox").fill(house.question)
    asking.get_by_role("button", name="Ask").click()
    passages = page.locator(".answer__passages li")
    expect(passages.first.locator(".cite")).to_be_visible()
    if house.model:
        page.get_by_role("button", name="Word the answer").click()
        _outcome(page, "The answer in short", "did not word it", "found no answer", "could not be made")
        expect(passages.first.locator(".cite")).to_be_visible()
        _is_on_record(page, house, "an answer")
    else:
        expect(page.get_by_role("button", name="Word the answer")).to_have_count(0)


def test_a_story_suggests_questions_that_its_reports_answer(visit: Visit, house: House) -> None:
    page = visit(house.story)
    begin = page.get_by_role("list", name="Questions to begin with")
    begin.scroll_into_view_if_needed()
    idea = begin.locator("a[href*='q=']").first
    expect(idea).to_be_visible(timeout=30_000)
    idea.click()
    expect(page.get_by_role("heading", name="What the reports say")).to_be_visible()


def test_reports_are_compared_and_key_facts_cited(visit: Visit, house: House) -> None:
    page = visit(house.article)
    page.get_by_role("link", name="Compare the reports").click()
    expect(page.locator(".reports__sheet .report").nth(1)).to_be_visible()
    if house.model:
        expect(page.locator(".differing mark", has_text="14 arches")).to_be_visible()
    page.goto(house.article)
    page.get_by_role("link", name="Key facts").click()
    expect(page.locator(".facts__amount b").first).to_be_visible()
    fact = page.locator(".facts__amount dd > a:not(.cite)").first
    told = fact.inner_text()
    fact.click()
    expect(page.locator("#passage")).to_contain_text(told)


def test_hashtags_category_and_names_lead_to_their_stories(visit: Visit, house: House) -> None:
    page = visit(house.story)
    for way in (".opener .hashtags a", ".trail li:nth-child(2) a", ".names a, .quotes__speaker"):
        page.goto(house.story)
        page.locator(way).first.click()
        number = house.story.split("/")[3]
        expect(page.locator(f'main a[href^="/en/story/{number}/"], main a[href*="/article/"]').first).to_be_visible()


def test_an_article_is_translated(visit: Visit, house: House) -> None:
    page = visit(house.foreign)
    page.locator(".helps a[href*='/translation/']").click()
    if not house.model:
        expect(page.locator(".notice", has_text="niemand")).to_be_visible()
        return
    page.get_by_role("button", name="Translate into English").click()
    _outcome(page, "Machine translation", "could not be made", "differs from the original")
    expect(page.get_by_role("link", name="The original, in German")).to_be_visible()
    _is_on_record(page, house, "a translation")
    page.goto(house.portuguese)
    page.locator(".helps a[href*='/translation/']").click()
    expect(page.get_by_text("nothing is sent elsewhere")).to_be_visible()
    page.get_by_role("button", name="Translate into English").click()
    _outcome(page, "bergamot")
    expect(page.locator("main")).to_contain_text("the wheel with 212 old")
    page.get_by_role("link", name="The original, in Portuguese").click()
    expect(page.locator("main")).to_contain_text(PORTUGUESE[0])


def test_a_story_is_heard(visit: Visit, house: House) -> None:
    page = visit(house.story)
    page.get_by_role("link", name="Hear it recorded").click()
    assert heard(page, MODEL_MILLISECONDS) > 2


def test_the_briefing_cites_its_sentences(visit: Visit, house: House) -> None:
    page = visit(house.article)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Briefing").click()
    told = page.locator(".briefed > p:not(.kicker)")
    expect(told.first.locator(".cite").first).to_be_visible()
    assert all(one.locator(".cite").count() for one in told.all())
