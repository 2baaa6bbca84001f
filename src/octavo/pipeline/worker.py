"""A worker process: `python -m octavo.pipeline.worker QUEUE...`, started by `octavo up`."""

import logging
import sys

from octavo.config import boot
from octavo.config.child import follow_parent


def main(queues: list[str]) -> None:
    """Run jobs of `queues` until told to stop, or until the parent is gone."""
    follow_parent()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    boot.set_up()
    from octavo.pipeline import queue

    queue.work(queues)


if __name__ == "__main__":
    main(sys.argv[1:])
