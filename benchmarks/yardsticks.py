"""Others that search the same texts: ripgrep or grep for a scan, tantivy for an index."""

from __future__ import annotations

import importlib
import re
import resource
import subprocess
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.terminal.remote import find_program

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

ROWS, COUNTED = 20, 1000
_WORD = re.compile(r"\w+")


class Scan(NamedTuple):
    """A program that reads every file for every query."""

    name: str
    command: tuple[str, ...]

    def cost(self, word: str, folder: Path) -> float:
        """Milliseconds of processor time to name the briefs that have a word."""
        before = _children_seconds()
        command = [*self.command, "-e", word, str(folder)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        return 1000 * (_children_seconds() - before)


def scan() -> Scan:
    """ripgrep where it is installed, else grep."""
    if found := find_program("rg"):
        return Scan("ripgrep", (found, "--ignore-case", "--files-with-matches", "--fixed-strings"))
    return Scan("grep", ("grep", "--ignore-case", "-r", "--files-with-matches", "--fixed-strings"))


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Tantivy:
    """An index of the same texts, by the optional package `tantivy`."""

    def __init__(self, folder: Path) -> None:
        """ImportError where the package is not installed."""
        self._tantivy = tantivy = importlib.import_module("tantivy")
        folder.mkdir()
        self._folder = folder
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))

    def write(self, texts: Iterable[str]) -> float:
        """Seconds, by the clock, to index texts that are read and parsed already."""
        start = time.perf_counter()
        writer = self._index.writer(heap_size=128_000_000, num_threads=2)
        for text in texts:
            writer.add_document(self._tantivy.Document(text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        return time.perf_counter() - start

    def size(self) -> int:
        """Bytes of the index, the text included."""
        return sum(path.stat().st_size for path in self._folder.iterdir())

    def keys(self, typings: Sequence[Sequence[str]]) -> list[float]:
        """Milliseconds of processor time of each key that adds to a word or a phrase."""
        found = []
        for text in (text for typing in typings for text in typing):
            start = time.process_time()
            if query := self._query(text):
                self._keystroke(query)
                found.append(1000 * (time.process_time() - start))
        return found

    def asked(self, text: str) -> float:
        """Milliseconds of processor time of words that are looked for together."""
        start = time.process_time()
        self._keystroke(self._index.parse_query(text, ["text"], conjunction_by_default=True))
        return 1000 * (time.process_time() - start)

    def _query(self, text: str) -> Any:
        """Whole words, and the beginning of the last one."""
        words = _WORD.findall(text.lower())
        if not words:
            return None
        query, occur = self._tantivy.Query, self._tantivy.Occur.Must
        parts = [(occur, query.term_query(self._schema, "text", word)) for word in words[:-1]]
        parts.append((occur, query.regex_query(self._schema, "text", f"{words[-1]}.*")))
        return query.boolean_query(parts)

    def _keystroke(self, query: Any) -> None:
        """The first rows with their snippets, and the count."""
        searcher = self._index.searcher()
        found = searcher.search(query, ROWS, count=True)
        snippets = self._tantivy.SnippetGenerator.create(searcher, query, self._schema, "text")
        for _, address in found.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
