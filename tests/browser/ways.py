"""The ways to each kind of page of the demo edition, found by following links as a reader would."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser


def addresses_of(browser: Browser, site: str) -> dict[str, str]:
    """Return one address of each kind of page of the demo at `site`."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()

    def first(path: str, kind: str) -> str:
        page.goto(path)
        language = path.split("/")[1]
        found = page.locator(f'main a[href^="/{language}/"][href*="/{kind}/"]').first.get_attribute("href")
        assert found, f"no {kind} on {path}"
        return urlsplit(found).path

    story = first("/en/search?q=Tarvan+earthquake", "article")
    story = first(story, "story")
    found = {
        "front": "/en/",
        "story": story,
        "article": first(story, "article"),
        "hashtag": first(story, "hashtag"),
        "category": first(story, "category"),
        "publisher": first(story, "publisher"),
        "search": "/en/search?q=Tarvan",
        "ask": "/en/ask?q=How+strong+was+the+earthquake+in+Tarvan%3F",
        "compare": first(story, "compare"),
        "why": "/en/why",
        "about": first(story, "about"),
    }
    threads = (f"/en/thread/{number}" for number in range(1, 500))
    found["thread"] = next(path for path in threads if context.request.get(path).ok)
    for language in ("ar", "ko"):
        found[f"{language} front"] = f"/{language}/"
        found[f"{language} story"] = first(f"/{language}/", "story")
        found[f"{language} article"] = first(found[f"{language} story"], "article")
    context.close()
    return found | _made(*(found[kind].split("/")[3] for kind in ("story", "article")))


def _made(story: str, article: str) -> dict[str, str]:
    """Return the pages of what machines make, of a story and an article."""
    return {
        "briefing": "/en/briefing",
        "summary": f"/en/summary/{story}",
        "translation": f"/de/translation/article/{article}",
        "listen": f"/en/listen/story/{story}",
        "sent": "/en/sent",
        "ar briefing": "/ar/briefing",
    }
