# Lá Chắn: everything that is done with the source. `make help` lists it.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
READY := .venv/.ready
PACKAGES := lachan tests bench tools conftest.py manage.py
LONGEST_FILE := 500

# A virtual environment of somebody else must not take part.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH
export UV_PYTHON_DOWNLOADS := never
# Offices often have a certificate authority of their own: trust the machine's, where it has any, not only uv's built-in list.
export UV_SYSTEM_CERTS := $(if $(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem),1,0)
export PYTHONUTF8 := 1
export PORT

.DEFAULT_GOAL := help
.PHONY: help setup run demo test check fix bench browser

help: ## liệt kê các lệnh / this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## cài đặt vào .venv / install everything into .venv

$(READY): pyproject.toml uv.lock tools/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Lá Chắn cần Python 3.11 trở lên; lệnh \"$(PYTHON)\" không có hoặc cũ hơn. Cài Python mới, rồi: make setup PYTHON=python3.11" >&2; \
		echo "Lá Chắn needs Python 3.11 or newer; \"$(PYTHON)\" is missing or older. Install it, then: make setup PYTHON=python3.11" >&2; \
		exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { \
		echo "Python thiếu mô-đun venv; trên Debian, Ubuntu: apt install python3-venv" >&2; \
		echo "Python lacks its venv module; on Debian, Ubuntu: apt install python3-venv" >&2; \
		exit 1; }
	@echo "Cài các gói theo uv.lock (installing) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tools/uv.txt
	@# Inexact, because an exact sync removes what the lock does not hold: uv itself and pip.
	@$(BIN)/uv sync --frozen --inexact --quiet
	@touch $@

run: $(READY) ## chạy bản minh họa tại ./var / run the demonstration (PORT=8000, DATABASE_URL=…)
	@LACHAN_DEMO=1 $(BIN)/lachan serve --port $(PORT)

demo: $(READY) ## nạp dữ liệu minh họa, không chạy máy chủ / seed the demonstration only
	@LACHAN_DEMO=1 $(BIN)/lachan demo

test: $(READY) ## toàn bộ bài thử / every test (DATABASE_URL=postgresql://… for PostgreSQL)
	@$(BIN)/python -m tests.chromium
	$(BIN)/pytest -n 2

check: $(READY) ## định dạng, lỗi, kiểu, hướng import, migration / format, lint, types, imports, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy lachan
	$(BIN)/lint-imports
	DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run
	@find $(PACKAGES) -name '*.py' -not -path '*/migrations/*' -exec wc -l {} + \
		| awk '$$2 != "total" && $$1 > $(LONGEST_FILE) {print "quá dài (too long): " $$2 ", " $$1; bad = 1} END {exit bad}'

fix: $(READY) ## sửa những gì máy sửa được / mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## đo thời gian / measure: reading a plan, a figure over many facts, tips per second
	@$(BIN)/python -m bench

browser: ## cài Chromium cho bài thử trình duyệt (Debian, root) / install Debian's Chromium for the browser test
	apt-get update
	apt-get install --yes --no-install-recommends chromium
