"""Pictures of every page in both themes, both languages, on a desk and on a phone: look at them.

    python tools/screenshots.py [FOLDER]

The pages are those of the shipped articles, in a database of their own. FOLDER is ``screenshots``
unless another is named; the one for the README is written to ``docs/editor.png`` with ``--readme``.
Needs Chromium and the packages of the tests.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import threading
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from workbench import workflow
from workbench.db import opened
from workbench.resources import resource_dir
from workbench.web import create_app
from workbench.web.reports import REPORTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Theme = Literal["light", "dark"]

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "/articles/bilancio-camera/argo/"
PAGES = {
    "articles": "/articles/",
    "queue": "/queue/",
    "queue-by-deadline": "/queue/?order=deadline",
    "import": "/articles/import",
    "import-many": "/articles/import/many",
    "jobs": "/jobs/",
    "editor": ARTICLE,
    "editor-worst-first": f"{ARTICLE}?order=risk",
    "editor-flagged": f"{ARTICLE}?show=flagged",
    "editor-review": f"{ARTICLE}?mode=review",
    "editor-marking": f"{ARTICLE}?mode=mark",
    "marks": f"{ARTICLE}segments/1/marks",
    "send-out": f"{ARTICLE}finish",
    "scorecard": f"{ARTICLE}scorecard",
    "change-note": f"{ARTICLE}changes",
    "history": f"{ARTICLE}segments/1/history",
    "scores": f"{ARTICLE}scores",
    "pairing": f"{ARTICLE}pairing",
    "export": f"{ARTICLE}export",
    "replace": "/replace/?words=region&replacement=Regione",
    "glossary": "/glossary/",
    "notes": "/notes/",
    "concordance": "/concordance/?words=governo",
    "you": "/you/",
    "settings": "/settings/",
    "effort": "/effort/",
    "checks": "/checks/",
    "systems": "/scores/",
    **{f"report-{name}": f"/reports/{name}" for name in REPORTS},
    "people": "/people/",
    "audit": "/audit/",
    "deletion": "/deletion/bilancio-camera/",
    "patterns": "/patterns",
    "not-there": "/articles/nowhere/argo/",
}
SIZES = {"desk": (1440, 900), "phone": (390, 844)}
THEMES: tuple[Theme, ...] = ("light", "dark")
LANGUAGES = {"it": "it-IT", "en": "en-GB"}
CHROMIUM = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-sync", "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


def main() -> None:
    """Serve the shipped articles and take all pictures, or the one of the README."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--readme", action="store_true", help="only docs/editor.png")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium found: install it first.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = serve(Path(folder) / "workbench.db")
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        if options.readme:
            page = f"{ARTICLE}?show=flagged"
            shoot(browser, address + page, ROOT / "docs" / "editor.png", "desk", "light", "en")
            return
        for (name, page), size, theme, language in product(PAGES.items(), SIZES, THEMES, LANGUAGES):
            file = options.folder / f"{name}-{size}-{theme}-{language}.png"
            shoot(browser, address + page, file, size, theme, language)


def serve(database: Path) -> str:
    """The address at which the shipped articles are served until the program ends."""
    with opened(database) as db:
        for folder in workflow.article_folders(resource_dir("corpus", "MANIFEST.toml")):
            list(workflow.import_folder(db, folder))
        workflow.set_deadline(db, "dazi-export", "2020-01-01T18:00")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, create_app(database), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def shoot(
    browser: Browser, address: str, file: Path, size: str, theme: Theme, language: str
) -> None:
    """One picture of the page as it opens."""
    width, height = SIZES[size]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        locale=LANGUAGES[language],
        reduced_motion="reduce",
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    main()
