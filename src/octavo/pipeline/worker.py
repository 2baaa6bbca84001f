"""A worker process: `python -m octavo.pipeline.worker [--until-empty] QUEUE...`, started by other commands."""

import logging
import sys

from octavo.config import boot
from octavo.config.child import follow_parent

UNTIL_EMPTY = "--until-empty"


def main(arguments: list[str]) -> None:
    """Run jobs of queues until told to stop, until none is due where that is asked, or until the parent is gone."""
    follow_parent()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    boot.set_up()
    from octavo.pipeline import queue

    queues = [name for name in arguments if name != UNTIL_EMPTY]
    queue.work(queues, until_empty=UNTIL_EMPTY in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
