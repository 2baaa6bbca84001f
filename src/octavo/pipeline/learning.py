"""What publishers' own sites say of them, asked through the one door, a batch at a time."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from urllib.parse import urljoin

from django.db import transaction

from octavo import fetch
from octavo.core.types import Request, Response
from octavo.pipeline import jobs
from octavo.pipeline.queue import defer
from octavo.sources import publishers
from octavo.sources.addresses import icon_url
from octavo.sources.models import Publisher
from octavo.sources.publishers import PublisherFacts

BATCH_COUNT = 20


def learn_later(ids: Sequence[int], *, with_names: bool = False, in_seconds: int = 0) -> None:
    """Queue the asking of publishers' sites; `with_names` where their names are only what someone called a feed."""
    for start in range(0, len(ids), BATCH_COUNT):
        batch = list(ids[start : start + BATCH_COUNT])
        defer(jobs.learn_publishers, in_seconds=in_seconds, publisher_ids=batch, with_names=with_names)


def learn_publishers(ids: Sequence[int], now: datetime, *, with_names: bool) -> None:
    """Fill what is not known of publishers from their home pages."""
    rows = list(Publisher.objects.filter(id__in=ids, learned__isnull=True).exclude(home_url="").order_by("id"))
    pages = answered([row.home_url for row in rows], are_pages=True)
    for row, facts in zip(rows, of_sites(pages), strict=True):
        _fill(row, facts, now, with_name=with_names)


def of_sites(pages: Sequence[Response | None]) -> list[PublisherFacts]:
    """Return what each page, its site's manifest and its icon file say of the publisher; nothing for a missing page."""
    found = [publishers.of_page(page) if page else PublisherFacts() for page in pages]
    for of_file, file_url in ((publishers.of_manifest, _wanted_manifest), (_of_favicon, _wanted_favicon)):
        urls = [file_url(page, facts) if page else "" for page, facts in zip(pages, found, strict=True)]
        found = [
            publishers.merged(facts, of_file(answer)) if answer else facts
            for facts, answer in zip(found, answered(urls), strict=True)
        ]
    return found


def _wanted_manifest(page: Response, facts: PublisherFacts) -> str:
    return "" if facts.icon and facts.name else publishers.manifest_url(page)


def _wanted_favicon(page: Response, facts: PublisherFacts) -> str:
    return "" if facts.icon else urljoin(page.url, "/favicon.ico")


def _of_favicon(answer: Response) -> PublisherFacts:
    is_picture = answer.body.lstrip()[:1] not in (b"", b"<")
    return PublisherFacts(icon=icon_url(answer.url) if is_picture else "")


def answered(urls: Sequence[str], *, are_pages: bool = False) -> list[Response | None]:
    """Return what each address answers; None for "", and where there is no good answer."""
    asked = [position for position, url in enumerate(urls) if url]
    answers: list[Response | None] = [None] * len(urls)
    requests = [Request(urls[position], is_page=are_pages) for position in asked]
    for position, answer in zip(asked, fetch.fetch_all(requests), strict=True):
        if isinstance(answer, Response) and answer.status == 200:
            answers[position] = answer
    return answers


@transaction.atomic
def _fill(row: Publisher, facts: PublisherFacts, now: datetime, *, with_name: bool) -> None:
    known = {"country": row.country, "languages": row.languages, "icon_url": row.icon_url}
    told = asdict(facts)
    for field, value in known.items():
        setattr(row, field, value or told[field.removesuffix("_url")])
    row.languages = list(row.languages)
    if facts.name and (with_name or row.name == row.site):
        row.name = facts.name
    row.learned = now
    row.save(update_fields=[*known, "name", "learned"])
