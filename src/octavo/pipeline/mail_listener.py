"""The process that receives newsletters: `python -m octavo.pipeline.mail_listener`, started by `octavo up`."""

import asyncio
import logging
import signal

from octavo.config import boot, settings
from octavo.config.child import follow_parent


def main() -> None:
    """Receive letters until told to stop, or until the parent is gone."""
    follow_parent()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    boot.set_up()
    asyncio.run(_receive())


async def _receive() -> None:
    from octavo.fetch.receiving import receiving
    from octavo.pipeline import newsletters

    current, stopped = settings.current(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    assert current.mail_listen is not None
    async with receiving(current.mail_listen, current.mail_domain, newsletters.accepts, newsletters.keep_received):
        await stopped.wait()


if __name__ == "__main__":
    main()
