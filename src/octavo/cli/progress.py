"""What `octavo up` and `octavo refresh` show while feeds are being read."""

from types import TracebackType

from rich.console import Console
from rich.status import Status

from octavo.cli.output import counted, say
from octavo.pipeline.state import State, state


class Progress:
    """A live line on a terminal; a single line at the end in a pipe."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._status = Status("Starting", console=console) if console.is_terminal else None
        self._is_told = False

    def __enter__(self) -> "Progress":
        if self._status:
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()

    def show(self) -> None:
        """Look again and show what has changed."""
        now = state()
        if self._status:
            self._status.update(line(now))
        elif now.feeds_polled_count == now.feeds_count and now.jobs_waiting_count == 0 and not self._is_told:
            self._is_told = True
            say(line(now))


def line(now: State) -> str:
    """Return one plain line about how far reading has come."""
    feeds = f"{now.feeds_polled_count} of {counted(now.feeds_count, 'feed')} asked"
    failing = f", {now.feeds_failing_count} not answering" if now.feeds_failing_count else ""
    stories = counted(now.stories_count, "story", "stories")
    return f"{feeds}{failing}: {counted(now.articles_count, 'article')} in {stories}"
