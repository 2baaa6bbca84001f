"""People as they come in: by the first link, by invitation, with a password or a passkey, with scripts or without."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP, PATIENCE_MILLISECONDS, PHONE

pytestmark = pytest.mark.browser

PASSWORD = "seven-leaves-and-a-quill"
WIDTHS = (320, 390, 768, 1280)
LINK = re.compile(r"http://localhost:\d+(/en/invitation/\S+)")
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A device that keeps passkeys and whose owner always agrees (Chrome DevTools Protocol, domain WebAuthn)."""

Visitor = Callable[..., Page]


@pytest.fixture(scope="session")
def named_site(site: str) -> str:
    """Return the site's address by name: passkeys belong to names, not to numbers."""
    return site.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="session")
def administrator(browser: Browser, named_site: str, site_directory: Path) -> dict[str, Any]:
    """Come in by the link that the first start printed; return the cookies of the administrator's browser."""
    found = LINK.findall((site_directory / "house.log").read_text())
    assert len(found) == 1, "the first start prints the link once"
    context = browser.new_context(base_url=named_site)
    page = context.new_page()
    page.goto(found[0])
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    page.wait_for_url("**/en/")
    again = browser.new_context(base_url=named_site).new_page()
    answer = again.goto(found[0])
    assert answer
    assert answer.status == 410
    state: dict[str, Any] = dict(context.storage_state())
    context.close()
    again.context.close()
    return state


@pytest.fixture
def visitor(browser: Browser, named_site: str) -> Iterator[Visitor]:
    """Yield a function that opens a browser of somebody's own."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_browser(path: str = "/en/", **options: Any) -> Page:
        options = {"viewport": DESKTOP, "service_workers": "block", **options}
        context = browser.new_context(base_url=named_site, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda one: complaints.append(one.text) if "Content Security Policy" in one.text else None)
        page.goto(path)
        return page

    yield open_browser
    for context in contexts:
        context.close()
    assert complaints == []


def invitation(page: Page, role: str = "Reader") -> str:
    """Make an invitation in the administrator's browser; return the path of its link."""
    page.goto("/en/invitations")
    page.get_by_label("For whom").fill("Somebody new")
    page.get_by_label("Role").select_option(role)
    page.get_by_role("button", name="Make an invitation").click()
    link = page.locator("#made").input_value()
    page.reload()
    expect(page.locator("#made")).to_have_count(0)
    return "/" + link.split("/", 3)[3]


def sign_up(page: Page, path: str, name: str) -> None:
    page.goto(path)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.wait_for_url("**/en/")


def sign_in(page: Page, name: str) -> None:
    page.goto("/en/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/en/")


def sign_out(page: Page) -> None:
    page.locator("details.person summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator(".person--nobody")).to_be_visible()


def expect_signed_in(page: Page, name: str) -> None:
    expect(page.locator(".person__name")).to_have_text(name)


def give_a_device(page: Page) -> None:
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable", {"enableUI": False})
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def test_an_invited_person_lives_by_a_passkey_alone(administrator: dict[str, Any], visitor: Visitor) -> None:
    path = invitation(visitor("/en/invitations", storage_state=administrator), "Moderator")
    page = visitor()
    give_a_device(page)
    page.goto(path)
    page.get_by_label("Name").fill("Ottilie")
    page.get_by_role("button", name="Take a passkey instead of a password").click()
    page.wait_for_url("**/account/passkeys/add")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/en/account")
    expect(page.locator("strong", has_text="Passkey 1")).to_be_visible()
    expect(page.get_by_text("Role: Moderator.")).to_be_visible()

    sign_out(page)
    page.goto("/en/sign-in?next=/en/account")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/en/account")
    expect_signed_in(page, "Ottilie")

    page.get_by_role("link", name="Remove Passkey 1").click()
    page.get_by_role("button", name="Use your passkey").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("You have no way to sign in again yet.")).to_be_visible()


def test_everything_but_passkeys_works_without_scripts(administrator: dict[str, Any], visitor: Visitor) -> None:
    path = invitation(visitor("/en/invitations", storage_state=administrator, java_script_enabled=False))
    page = visitor(java_script_enabled=False)
    sign_up(page, path, "Barnabas")
    expect_signed_in(page, "Barnabas")
    sign_out(page)
    sign_in(page, "Barnabas")
    page.goto("/en/account/export")
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_download() as download:
        page.get_by_role("button", name="Go on").click()
    assert '"Barnabas"' in Path(download.value.path()).read_text()
    page.goto("/en/account/erase")
    page.get_by_role("button", name="Erase everything of mine").click()
    expect(page.locator(".person--nobody")).to_be_visible()


def test_a_session_ends_from_another_browser(administrator: dict[str, Any], visitor: Visitor) -> None:
    path = invitation(visitor("/en/invitations", storage_state=administrator))
    phone = visitor(viewport=PHONE, user_agent="Mozilla/5.0 (Android 14; Mobile; rv:130.0) Firefox/130.0")
    sign_up(phone, path, "Cosima")
    desk = visitor()
    sign_in(desk, "Cosima")
    desk.goto("/en/account")
    desk.locator("li", has_text="Firefox on Android").get_by_role("button", name="Sign out").click()
    expect(desk.get_by_text("That browser is signed out.")).to_be_visible()
    phone.reload()
    expect(phone.locator(".person--nobody")).to_be_visible()
    desk.reload()
    expect_signed_in(desk, "Cosima")


def judged(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_on_pages_of_people(
    administrator: dict[str, Any], visitor: Visitor, language: str, scheme: str
) -> None:
    wrong = []
    size = PHONE if scheme == "dark" else DESKTOP
    nobody = visitor(f"/{language}/sign-in", color_scheme=scheme, viewport=size)
    wrong += judged(nobody)
    nobody.goto(f"/{language}/sign-up")
    wrong += judged(nobody)
    page = visitor(f"/{language}/", color_scheme=scheme, viewport=size, storage_state=administrator)
    for path in ("account", "account/confirm", "account/password", "people", "invitations", "sign-out"):
        page.goto(f"/{language}/{path}")
        wrong += judged(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
    assert wrong == []


def test_the_masthead_is_not_crowded_on_a_phone(administrator: dict[str, Any], visitor: Visitor) -> None:
    for options in ({}, {"storage_state": administrator}):
        page = visitor("/en/", viewport={"width": 320, "height": 700}, **options)
        name = page.locator(".masthead__name a").bounding_box()
        tools = page.locator(".masthead__tools").bounding_box()
        assert name
        assert tools
        assert name["x"] + name["width"] <= tools["x"]
        assert tools["height"] <= 60
