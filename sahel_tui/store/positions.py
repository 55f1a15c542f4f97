"""Where each key of a TOML text stands: one pass over text that a TOML parser has accepted."""

from __future__ import annotations

import re
from array import array
from contextlib import suppress
from typing import NamedTuple

import tomli

KeyPath = tuple[str | int, ...]
"""The way to a value: names of keys, and positions in lists from 0."""

# Beyond these the parser refuses a text: there is nothing to locate in it.
_DEEPEST = 500
_LONGEST = 1000

_BLOCK = 4096
"""Code points that are looked through to tell a line."""

_SPACE = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*+")
_BARE = re.compile(r"""[^\s.=\[\]{}"'#,]++""")
_STRING = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]++|\\[\s\S]))*+"{3,5}'
    r"|'''(?:'{0,2}[^']++)*+'{3,5}"
    r'|"(?!"")(?:[^"\\\n]++|\\.)*+"'
    r"|'(?!'')[^'\n]*+'"
)
_PLAIN = re.compile(r"[^,\]}#\n]++")


class _LostError(Exception):
    """The text is not the TOML that it was taken for: the scan ends there."""


class Node:
    """A key, or an element that is itself a list or a table, and where it stands."""

    __slots__ = ("children", "elements", "name", "offset", "parent")

    def __init__(self, offset: int, name: str | int = "", parent: Node | None = None) -> None:
        self.offset = offset
        self.name = name
        self.parent = parent
        self.children: dict[str | int, Node] | None = None
        self.elements: array[int] | None = None
        """Where a list's elements stand: a long list of numbers costs eight bytes for each."""

    def child(self, name: str | int) -> Node | None:
        """The child of that name."""
        return self.children.get(name) if self.children else None

    def add(self, name: str | int, offset: int) -> Node:
        """A new child, in place of one of the same name."""
        if self.children is None:
            self.children = {}
        child = self.children[name] = Node(offset, name, self)
        return child

    def append(self, offset: int, *, nested: bool) -> Node:
        """A new element; its own node if it holds others, else this list's."""
        if self.elements is None:
            self.elements = array("Q")
        self.elements.append(offset)
        return self.add(len(self.elements) - 1, offset) if nested else self

    def latest(self) -> Node:
        """The last table of an array of tables; the node itself for anything else."""
        return (self.child(len(self.elements) - 1) if self.elements else None) or self

    def path(self) -> KeyPath:
        """The way to this node from the top."""
        names: list[str | int] = []
        node = self
        while node.parent is not None:
            names.append(node.name)
            node = node.parent
        return tuple(reversed(names))


class Open(NamedTuple):
    """A list or an inline table that is being read."""

    node: Node
    closer: str
    at: int
    """Where its bracket stands."""


class Scan:
    """One pass over a text, without recursion; on text that is no TOML it stops early."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.root = Node(0)
        self.statement = 0
        """Where the last statement begins."""
        self.node = self.root
        """What was being read when the scan ended."""
        self.open: list[Open] = []
        """The lists and inline tables that were open when the scan ended, the inmost last."""
        self.again: tuple[int, int] | None = None
        """Where a key that was there already stands the first and the second time."""
        with suppress(_LostError):
            self._run()

    def _run(self) -> None:
        table = self.root
        self._take(_SPACE)
        while self.at < len(self.text):
            self.statement, self.node = self.at, table
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._value(self._key(table))
            self._take(_SPACE)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise _LostError
        self.at = match.end()
        return match.group()

    def _expect(self, mark: str) -> None:
        self._take(_BLANK)
        if not self.text.startswith(mark, self.at):
            raise _LostError
        self.at += len(mark)

    def _names(self) -> list[tuple[str, int]]:
        """The parts of a dotted key, each with where it stands."""
        names: list[tuple[str, int]] = []
        while True:
            self._take(_BLANK)
            offset = self.at
            quoted = self.text.startswith(('"', "'"), self.at)
            word = self._take(_STRING if quoted else _BARE)
            names.append((_unquote(word) if quoted else word, offset))
            if len(names) > _LONGEST:
                raise _LostError
            self._take(_BLANK)
            if not self.text.startswith(".", self.at):
                return names
            self.at += 1

    def _header(self) -> Node:
        """`[table]` or `[[array]]`: the table that the next keys belong to."""
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        names = self._names()
        node = self._walk(self.root, names[:-1])
        name, offset = names[-1]
        known = node.child(name)
        if known is not None:
            self.again = (known.offset, offset)
        if many:
            self.node = (known or node.add(name, offset)).append(offset, nested=True)
        else:
            self.node = known or node.add(name, offset)
            self.node.offset = offset
        self._expect("]]" if many else "]")
        return self.node

    def _walk(self, node: Node, names: list[tuple[str, int]]) -> Node:
        for name, offset in names:
            node = (node.child(name) or node.add(name, offset)).latest()
        return node

    def _key(self, table: Node) -> Node:
        """A key of a table, up to and with its `=`."""
        names = self._names()
        table = self._walk(table, names[:-1])
        name, offset = names[-1]
        known = table.child(name)
        if known is not None:
            self.again = (known.offset, offset)
            self.node = Node(offset, name, table)
        else:
            self.node = table.add(name, offset)
        node = self.node
        self._expect("=")
        return node

    def _value(self, start: Node) -> None:
        """A whole value, with all that it holds."""
        node: Node | None = start
        while node is not None:
            self._take(_BLANK)
            first = self.text[self.at : self.at + 1]
            if first in ("[", "{"):
                self.open.append(Open(node, "]" if first == "[" else "}", self.at))
                self.at += 1
                if len(self.open) > _DEEPEST:
                    raise _LostError
            else:
                self._take(_STRING if first in ('"', "'") else _PLAIN)
            node = self._next()

    def _next(self) -> Node | None:
        """The next value to read within the open lists and inline tables; closes those that end."""
        while self.open:
            container, closer, _ = self.open[-1]
            self._take(_SPACE)
            if self.text.startswith(",", self.at):
                self.at += 1
                self._take(_SPACE)
            if not self.text.startswith(closer, self.at):
                if closer == "}":
                    return self._key(container)
                nested = self.text.startswith(("[", "{"), self.at)
                self.node = container.append(self.at, nested=nested)
                return self.node
            self.at += 1
            self.open.pop()
        return None


def _unquote(word: str) -> str:
    if "\\" not in word:
        return word[1:-1]
    with suppress(tomli.TOMLDecodeError):
        return str(tomli.loads(f"k = {word}")["k"])
    return word


class Lines:
    """Offsets of a text as lines and columns, both from 1, in code points.

    Kept is what holds at the start of each block: a text of nothing but line ends costs no more.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks = [(1, 0)]
        """Line, and where it begins."""
        for at in range(0, len(text) - _BLOCK, _BLOCK):
            line, start = self._blocks[-1]
            line += text.count("\n", at, at + _BLOCK)
            self._blocks.append((line, max(start, text.rfind("\n", at, at + _BLOCK) + 1)))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        block = min(offset // _BLOCK, len(self._blocks) - 1)
        line, start = self._blocks[block]
        begin = block * _BLOCK
        start = max(start, self._text.rfind("\n", begin, offset) + 1)
        return line + self._text.count("\n", begin, offset), offset - start + 1


class Positions:
    """Key path to line and column for one text."""

    def __init__(self, text: str) -> None:
        self._root = Scan(text).root
        self._lines = Lines(text)

    def locate(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of a key or element, or of its nearest ancestor."""
        node: Node | None = self._root
        offset = 0
        for name in path:
            elements = node.elements if node else None
            node = node.child(name) if node else None
            if node is not None:
                offset = node.offset
            elif isinstance(name, int) and elements is not None and name < len(elements):
                offset = elements[name]
            else:
                break
        return self._lines.position(offset)
