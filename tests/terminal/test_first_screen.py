"""The first screen costs what it needs: nothing is loaded for it that only later things want."""

from __future__ import annotations

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.first_screen import loaded_for_first_screen

NOT_NEEDED = {
    "reading a brief is the child's": (
        "pydantic",
        "pydantic_core",
        "rapidfuzz",
        "tomli",
        "tomllib",
    ),
    "the command line's": ("argparse", "json", "sahel_tui.cli.parser", "sahel_tui.cli.output"),
    "the files' and the models'": ("sahel_tui.store", "sahel_tui.model.brief"),
    "networks": ("ssl", "_ssl", "http", "email", "urllib.request", "urllib.error", "ftplib"),
    "an index's": ("sqlite3", "_sqlite3", "backports", "compression", "sahel_tui.index"),
    "packed files": ("shutil", "tempfile", "zipfile", "tarfile", "lzma", "bz2", "zlib"),
    "markup and code": ("markdown_it", "mdit_py_plugins", "pygments", "tree_sitter", "html", "xml"),
    "rich's, to print with": ("rich.table", "rich.markdown", "rich.syntax", "rich.traceback"),
    "for other terminals": ("curses", "sahel_tui.render.themes", "sahel_tui.render.ascii"),
    "Textual's, for others": (
        *("textual.pilot", "textual.drivers.headless_driver", "textual.types", "textual.dev"),
        *("textual.widgets._select", "textual.widgets._tree", "textual.widgets._directory_tree"),
        *("textual.widgets._text_area", "textual.widgets._markdown", "textual.widgets._data_table"),
        *("textual.widgets._placeholder", "textual.system_commands", "textual.command"),
        *("textual.widgets._input", "textual.widgets._option_list", "textual.markup"),
    ),
    "later Pythons' types": ("typing_extensions",),
    "for what may happen later": ("difflib", "mimetypes", "uuid", "platform", "importlib.metadata"),
    "copies": (
        *(
            "base64",
            "sahel_tui.tui.clipboard",
            "sahel_tui.tui.copy_file",
            "sahel_tui.queries.citing",
        ),
        *(
            "sahel_tui.render.citations",
            "sahel_tui.render.copies",
            "sahel_tui.tui.copies_elsewhere",
        ),
    ),
    "drawings and searches": (
        *("sahel_tui.queries.graph", "sahel_tui.render.graph", "sahel_tui.tui.graph_work"),
        *("sahel_tui.queries.search", "sahel_tui.tui.search_run"),
    ),
    "screens across briefs": (
        *("sahel_tui.queries.library.dossier", "sahel_tui.queries.library.findings"),
        *("sahel_tui.queries.fuzzy", "sahel_tui.library_reading"),
        *("sahel_tui.tui.screens.across", "sahel_tui.tui.landing", "sahel_tui.tui.library"),
        *("sahel_tui.tui.listed_briefs", "sahel_tui.tui.reading_process"),
    ),
    "processes beside this one": ("multiprocessing", "concurrent.futures.process"),
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return loaded_for_first_screen(tmp_path_factory.mktemp("first") / "loaded.json")


def test_what_was_loaded_is_known(loaded: set[str]) -> None:
    assert {
        "textual.app",
        "asyncio",
        "sahel_tui.tui.app",
        "sahel_tui.tui.widgets.point_list",
    } <= loaded


@pytest.mark.parametrize("why", NOT_NEEDED)
def test_what_the_first_screen_does_not_need_is_not_loaded(why: str, loaded: set[str]) -> None:
    within = tuple(f"{name}." for name in NOT_NEEDED[why])
    assert not {name for name in loaded if f"{name}.".startswith(within)}


def test_the_size_is_the_terminals_own_whatever_is_said_of_plain_text() -> None:
    with Explorer(command=["env", "COLUMNS=30", "LINES=9", *sahel_tui(SHIPPED)]) as explorer:
        explorer.open()
        assert max(len(row) for row in explorer.text.splitlines()) > 60
        assert len(explorer.text.splitlines()) == 24
