"""Finding the browser that the browser tests drive: Debian's Chromium, or the program that CHROMIUM names.

Without one these tests are skipped, loudly; where CI=true they fail, because a pipeline that skips them proves nothing.
"""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "KHÔNG CÓ CHROMIUM: các bài thử trình duyệt không chạy. Cài bằng: make browser (no Chromium: the browser tests do not run)"


def find_chromium() -> str | None:
    """The path of the browser, or None."""
    named = [name for name in (os.environ.get("CHROMIUM"), *NAMES) if name]
    return next((path for path in map(shutil.which, named) if path), None)


def require_chromium() -> str:
    """The path of the browser. Without one the calling test is skipped, or fails where CI=true."""
    if path := find_chromium():
        return path
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


if __name__ == "__main__" and not find_chromium():
    print(f"\n!!! {MISSING}\n")
