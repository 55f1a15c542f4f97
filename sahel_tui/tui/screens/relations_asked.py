"""What is typed for the relationships: a date, two dates, filters; and lists of relations."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, cast

from sahel_tui.render.words import counted
from sahel_tui.tui.screens.relations_beside import BesideRelations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Narrowed
    from sahel_tui.queries.graph.paths import Path
    from sahel_tui.queries.library.actor_finding import Choice
    from sahel_tui.render.graph.receipts import Entry
    from sahel_tui.tui.screens.receipts import Question
    from sahel_tui.tui.widgets.drawing.drawing_pane import View
    from sahel_tui.tui.widgets.prompt_bar import Purpose

    GraphLeft = tuple[str, str, str]
    """Form, date and filters of relationships; empty where there are none."""

ASKED = ("as_of", "changes", "narrow")
"""What is typed for the relationships alone."""


_MORE = 3
"""Times as many paths are found as are shown, where it is not known yet how good passages are."""
_PATHS = 5


class AskedRelations(BesideRelations):
    """Relationships that are narrowed by what is typed."""

    def known_actors(self) -> tuple[Choice, ...]:
        """In a thread: the actors to find paths to."""
        raise NotImplementedError

    def typed_before(self, purpose: Purpose) -> str:
        """What stands of what is typed."""
        if self._asked is None or purpose == "changes":
            return ""
        if purpose == "as_of":
            return self._asked.date.text if self._asked.date is not None else ""
        from sahel_tui.queries.graph.asking import filters_text

        return filters_text(self._asked.filters)

    def take_typed(self, purpose: Purpose, text: str) -> None:
        """Do what was typed; ValueError says why that can't be done."""
        from sahel_tui.queries.graph.asking import read_dates, read_filters
        from sahel_tui.queries.graph.narrowing import Asked

        asked = self._asked or Asked()
        if text and text == self.typed_before(purpose):
            return
        if purpose == "narrow":
            self.ask_graph(asked._replace(filters=read_filters(text, self.marking_levels)))
            return
        dates = read_dates(text)
        if len(dates) == 2:
            self.show_changes(*dates)
        elif purpose == "changes":
            raise ValueError("two dates are needed: type for example 2022..2023-08")
        else:
            self.ask_graph(asked._replace(date=dates[0] if dates else None))

    def lift_narrowing(self) -> bool:
        """End the date, else the filters; whether there was one."""
        if self._asked is None:
            return False
        from sahel_tui.queries.graph.filters import Filters

        asked = self._asked
        lifted = asked._replace(date=None) if asked.date else asked._replace(filters=Filters())
        self.ask_graph(lifted)
        return True

    # As they were left ----------------------------------------------------------------------------

    def graph_left(self) -> GraphLeft:
        """The form, the date and the filters."""
        view = self.ties_pane.view
        form = "" if view == "list" else view
        return form, self.typed_before("as_of"), self.typed_before("narrow")

    def put_back_graph(self, left: GraphLeft) -> None:
        """Show them as they were left; what can't be read any more is passed over."""
        form, as_of, narrow = left
        if as_of or narrow:
            from sahel_tui.queries.graph.asking import read_dates, read_filters
            from sahel_tui.queries.graph.narrowing import Asked

            asked = Asked()
            with suppress(ValueError):
                asked = asked._replace(filters=read_filters(narrow, self.marking_levels))
            with suppress(ValueError):
                asked = asked._replace(date=next(iter(read_dates(as_of)), None))
            if asked.narrows:
                self.ask_graph(asked)
        if form in ("map", "matrix"):
            self.set_view(cast("View", form))

    # Lists of relations ---------------------------------------------------------------------------

    def _shown_now(self) -> Narrowed:
        """In a thread: the part of the graph that is asked for."""
        from sahel_tui.queries.graph.narrowing import Asked
        from sahel_tui.tui.graph_work import Wanted

        done = self.graph.work(Wanted(self._asked or Asked()), lambda: False)
        assert done is not None  # only what is stopped has no answer
        return done.shown

    def _when(self) -> str:
        date = self._asked.date if self._asked is not None else None
        return f" as of {date.text}" if date is not None else ""

    def _filtered(self) -> str:
        from sahel_tui.queries.graph.filters import words

        found = words(self._asked.filters) if self._asked is not None else ()
        return f" ({', '.join(found)})" if found else ""

    def _ask_for(self, question: Question) -> None:
        from sahel_tui.tui.screens.receipts import ReceiptsScreen

        self.app.push_screen(ReceiptsScreen(question, delay=self.preview_delay))

    @property
    def preview_delay(self) -> float:
        """Seconds after which a preview follows."""
        raise NotImplementedError

    def show_changes(self, first: Edtf, second: Edtf) -> None:
        """What is new on the second date, has ended, or turned its sign."""
        from sahel_tui.tui.screens.receipts import Question

        def answer(positive: bool, stopped: Callable[[], bool]) -> Sequence[Entry]:
            from sahel_tui.queries.graph.differences import changes_between
            from sahel_tui.render.graph.receipts import change_entries

            del positive, stopped
            known = self._shown_now().known
            found = changes_between(known.history, first, second)
            return change_entries(found, known.names)

        dates = f"{first.text} to {second.text}"
        self._ask_for(
            Question(
                f"What changed from {dates}{self._filtered()}",
                answer,
                self.receipts_of,
                nothing=f"Nothing changed from {dates}.",
                said=lambda found: counted(sum(len(one.under) for one in found), "change"),
            )
        )

    def action_show_structure(self) -> None:
        """Degrees, who stands between others, who holds together, and threes at odds."""
        from sahel_tui.tui.screens.receipts import Question

        def answer(positive: bool, stopped: Callable[[], bool]) -> Sequence[Entry]:
            from sahel_tui.queries.graph.communities import communities
            from sahel_tui.queries.graph.graph import names_of
            from sahel_tui.queries.graph.structure import betweenness, degrees
            from sahel_tui.queries.graph.triads import unbalanced_triads
            from sahel_tui.render.graph.receipts import structure_entries

            del positive
            graph = self._shown_now().graph
            return structure_entries(
                degrees(graph),
                betweenness(graph, stopped),
                communities(graph, stopped),
                unbalanced_triads(graph, stopped),
                names_of(graph.nodes),
            )

        title = f"What the structure says{self._when()}{self._filtered()}"
        self._ask_for(Question(title, answer, self.receipts_of))

    # Paths ----------------------------------------------------------------------------------------

    def action_find_paths(self) -> None:
        """Choose the other actor."""
        from sahel_tui.tui.screens.path_finder import PathFinder

        pane = self.ties_pane
        node, other = pane.actors_at if pane.is_drawn else (pane.centre_id, pane.other_here)
        if not node:
            self.say("There is no actor to begin from.")
            return
        first = tuple(one for one in (other,) if one and one != node)
        finder = PathFinder(
            self.known_actors,
            node,
            first,
            lambda there: self._show_paths(node, finder.first_name or node, there),
        )
        self.app.push_screen(finder)

    def _show_paths(self, node: str, name: str, choice: Choice) -> None:
        from sahel_tui.tui.screens.receipts import Question, ReceiptsScreen

        there = choice.actor.key

        def answer(positive: bool, stopped: Callable[[], bool]) -> Sequence[Entry]:
            from sahel_tui.render.graph.receipts import path_entries

            shown = self._shown_now()
            names = shown.known.names
            found = self._paths(shown, (node, there), positive, stopped)
            return path_entries(found, names, shown.possible, self._best_quote)

        ends = f"from {name} to {choice.actor.name}{self._when()}{self._filtered()}"
        question = Question(
            f"Paths {ends}",
            answer,
            self.receipts_of,
            has_signs=True,
            nothing=f"No path leads {ends}.",
            said=lambda found: f"{counted(len(found), 'path')}, the best first",
        )
        self.app.switch_screen(ReceiptsScreen(question, delay=self.preview_delay))

    def _paths(
        self, shown: Narrowed, ends: tuple[str, str], positive: bool, stopped: Callable[[], bool]
    ) -> Sequence[Path]:
        """The best few; by grades also where those are only known from the passages."""
        from sahel_tui.queries.graph.paths import Ways, regraded

        ways = Ways(shown.graph, positive=positive).paths(*ends, stopped)
        found = tuple(islice(ways, _PATHS * _MORE))
        if any(hop.edge.grade is None for path in found for hop in path.hops):
            return regraded(found, self._grade, _PATHS)
        return found[:_PATHS]

    def _grade(self, edge: Edge) -> str:
        from sahel_tui.queries.graph.grades import best_grade

        return best_grade(
            (one.reliability, one.credibility)
            for one in self.receipts_of(edge)
            if one.stance == "supports" and one.review != "rejected" and one.state != "orphan"
        )

    def _best_quote(self, edge: Edge) -> str:
        from sahel_tui.tui.screens.receipts import best_quote

        return best_quote(self.receipts_of(edge))
