"""The house of bench/refresh.py: python bench/refresh_house.py DATA keep | add URLS | poll | poll-new | fold."""

import sys
from pathlib import Path

from octavo.config import boot


def main(data: str, act: str, urls: str = "") -> None:
    """Do one act in the house at `data`, and say what is there after it."""
    with boot.house(Path(data)):
        if act == "keep":
            print("ready", flush=True)
            sys.stdin.read()
            return
        _do(act, urls)
        from octavo.feeds.models import Entry
        from octavo.search.models import IndexedArticle
        from octavo.stories.models import Membership

        print(Entry.objects.count(), IndexedArticle.objects.count(), Membership.objects.count())


def _do(act: str, urls: str) -> None:
    from octavo.core.clock import utc_now
    from octavo.pipeline import flow, queue
    from octavo.sources.store import keep_publisher, subscribe

    if act == "add":
        for url in Path(urls).read_text().split():
            subscribe(url, keep_publisher(url.split("/")[2], url), utc_now())
    elif act == "fold":
        queue.work(("fold",), until_empty=True)
    else:
        flow.poll_due_feeds(all_active=act == "poll")
        queue.work(("feeds",), until_empty=True)


main(*sys.argv[1:])
