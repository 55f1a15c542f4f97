"""An index against the plain scan, over many briefs: `python -m tests.index.agreement_run`.

For each query the index has to find the same briefs in the same order, with the same hits, which
lie where their text is. It ends with 1 at the first that it does not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, seed, settings

from benchmarks.made_up import write_library
from sahel_tui.index.library import open_library
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.documents import Document, document_of
from sahel_tui.queries.search.engines import ScanEngine
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.queries.search.grammar import queries_over

if TYPE_CHECKING:
    from sahel_tui.reading import Libraries

SHIPPED = Path(__file__).parents[2] / "briefs"
_SAMPLE = 40
"""Briefs of whose words queries are made."""


def documents_in(library: Path) -> tuple[Document, ...]:
    """What the briefs say, each passage where its source has it."""
    shared: Libraries = {}
    found = []
    for path in brief_paths([library]):
        view = read_brief(path, libraries=shared).view
        texts = {source.id: source.text for source in view.sources}
        document = document_of(view)
        for item in document.items:
            if item.kind == "passage":
                assert item.source is not None
                assert item.text == texts[item.source][item.start : item.end], (path, item.id)
        found.append(document)
    return tuple(found)


def compare(library: Path, home: Path, queries: int, chance: int) -> int:
    """Ask so many queries of both; how many of them found something."""
    update_index(library, home)
    documents = documents_in(library)
    scan, step = ScanEngine(documents), max(1, len(documents) // _SAMPLE)
    answered: set[str] = set()

    with open_library(library, home) as index:

        @seed(chance)
        @settings(
            max_examples=queries,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(text=queries_over(documents[::step]))
        def agree(text: str) -> None:
            query = parse(text)
            wanted = [scan.document(one) for one in scan.search(query, len(documents)).ids]
            found = index.engine.search(query, len(documents))
            mine = [index.engine.document(one) for one in found.ids]
            assert [one.brief for one in mine] == [one.brief for one in wanted]
            assert index.engine.count(query).number == len(wanted)
            for one, other in zip(mine, wanted, strict=True):
                assert [hit._replace(path="") for hit in hits(query, one)] == [
                    hit._replace(path="") for hit in hits(query, other)
                ]
            if wanted:
                answered.add(text)

        agree()
    return len(answered)


def main() -> int:
    """Compare over the shipped briefs, and over made-up ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=2_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given_ = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made_up = Path(folder, "library")
        write_library(made_up, given_.briefs, given_.seed)
        for library in (SHIPPED, made_up):
            found = compare(library, Path(folder, "index"), given_.queries, given_.seed)
            print(f"{library.name}: {given_.queries} queries agree, {found} found something")
            assert found, "no query found anything"
    return 0


if __name__ == "__main__":
    sys.exit(main())
