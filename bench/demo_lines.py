"""The demo's articles as article lines, each with the story that its authors meant: octavo eval fold can fold them.

python -m bench.demo_lines > demo.jsonl
"""

import sys

import orjson

from bench.fold_sets import demo


def main() -> None:
    """Print a line for each article, in order of publication."""
    told = demo()
    for one, story in zip(told.articles, told.stories, strict=True):
        facts = {"publisher": one.publisher, "agency": one.agency, "published": one.published, "language": one.language}
        line = {"id": one.id, "story": story, "title": one.title, "text": one.text, **facts}
        sys.stdout.buffer.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()
