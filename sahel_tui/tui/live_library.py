"""A library that is read again where its files have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.library import Shelf
from sahel_tui.tui.renewing import Held, Renewed, briefs_among, is_costly, read_again

if TYPE_CHECKING:
    from collections.abc import Collection


class LiveShelf(Shelf):
    """What has changed is read again in the thread of who asks, one at a time."""

    _owed: frozenset[str] = frozenset()
    """Files that have changed, and could not be read again: with the next that do, they are."""

    def renew(self, noticed: Collection[str], *, asked: bool) -> Renewed:
        """Read again what has changed.

        `noticed` has changed for certain; `asked`: somebody waits for an answer, and so a library
        that is too large to be looked at every now and then is looked at as well.
        """
        from sahel_tui.tui.folder_look import changed_between

        if not self.progress.done:
            return Renewed()  # it is being read
        before, now = self._seen, self._look()
        known = before is not None and now is not None
        changed = set(noticed)
        if before is not None and now is not None:
            changed |= changed_between(before, now)
        if not changed and not (asked and (self._owed or not known)):
            return Renewed(unread=self.progress.unread)
        changed |= self._owed
        if asked and not known:  # anything may have changed
            changed = set()
        found = self._renew_index(changed, asked=asked) if self.index else self._renew_held(changed)
        self.progress = self.progress._replace(trouble=found.trouble)
        self._owed = frozenset(changed) if found.trouble else frozenset()
        self.renewals += found.is_news
        self._tell()
        return found

    def _renew_index(self, changed: Collection[str], *, asked: bool) -> Renewed:
        from sahel_tui.tui.index_process import IndexProcess

        assert self.index is not None
        if is_costly(changed, self._seen) and not asked:
            return Renewed(
                trouble="sahel.toml has changed: look for changed briefs to read all again"
            )
        self._process = IndexProcess(self.index.library, self._indexes, briefs_among(changed))
        made = self._process_ended()
        if self._stopped.is_set():
            return Renewed()
        self._use(made)
        return Renewed(made.read, made.removed, made.unread, made.trouble)

    def _renew_held(self, changed: Collection[str]) -> Renewed:
        from sahel_tui.errors import SahelError
        from sahel_tui.store.folders import brief_paths
        from sahel_tui.tui.library_folders import library_of

        try:
            paths = brief_paths(library_of(self.asked))
        except SahelError as error:  # what was shown stays
            return Renewed(unread=self.progress.unread, trouble=str(error))
        held = Held(self.readings, tuple(self._documents), frozenset(self._unread))
        done = read_again(held, paths, changed or None, self._stopped.is_set)
        if done is None:
            return Renewed()
        now, found = done
        with self._lock:
            self._readings, self._documents = list(now.readings), list(now.documents)
            self._unread, self._engine = set(now.unread), None
        self.progress = self.progress._replace(
            read=len(now.readings), total=len(paths), unread=len(now.unread)
        )
        return found
