"""Mutants of a module: its functions with one thing changed in each.

The changes are mutmut's. Its own runner cannot be used here: it leaves out functions with a
decorator, which every rule has.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from itertools import islice
from types import CodeType
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators


class Mutant(NamedTuple):
    """`function`: qualified name of the outermost function around the change, in `module`.
    `source`: that function as it is changed, without its decorators and its class."""

    module: str
    function: str
    line: int
    was: str
    is_now: str
    source: str

    def codes(self) -> dict[str, CodeType]:
        """The changed function, as a function of its class where it has one, and those that it
        makes when it is called, by qualified name."""
        source = self.source
        for name in reversed(self.function.split(".")[:-1]):
            source = f"class {name}:\n{textwrap.indent(source, '    ')}"
        found: dict[str, CodeType] = {}
        # Compiled with this module's future import, as the rules have it too.
        ahead = [compile(source, self.module, "exec")]
        while ahead:
            for const in ahead.pop().co_consts:
                if isinstance(const, CodeType):
                    found.setdefault(const.co_qualname, const)
                    ahead.append(const)
        return found


class Place(NamedTuple):
    """A node that can be changed, with its function and its line in the module."""

    node: cst.CSTNode
    function: cst.FunctionDef
    name: str
    line: int


def mutants(source: str, module: str = "", every: int = 1) -> Iterator[Mutant]:
    """Every mutant that compiles, in the order of the lines, or of each Nth change only.

    Left out, besides what is not inside a function: annotations, docstrings, and texts that
    people read (strings with a blank), which the approved words of the examples hold as they are.
    """
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    finder = _Finder(wrapper)
    wrapper.visit(finder)
    code_for = wrapper.module.code_for_node
    changes = ((place, changed) for place in finder.places for changed in _changes(place.node))
    for place, changed in islice(changes, 0, None, every):
        code = code_for(_bare(place.function.deep_replace(place.node, changed)))
        if _compiles(code):
            was, is_now = code_for(place.node), code_for(changed)
            yield Mutant(module, place.name, place.line, was, is_now, code)


def controls(source: str, module: str = "", every: int = 1) -> Iterator[Mutant]:
    """Functions that can be changed, or each Nth of them, as they are: no test may fail on one."""
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    finder = _Finder(wrapper)
    wrapper.visit(finder)
    places = {place.name: place for place in finder.places}
    for place in islice(places.values(), 0, None, every):
        code = wrapper.module.code_for_node(_bare(place.function))
        yield Mutant(module, place.name, place.line, "", "", code)


def _changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from operator(node)


def _bare(function: object) -> cst.FunctionDef:
    assert isinstance(function, cst.FunctionDef)
    return function.with_changes(decorators=[], leading_lines=[], lines_after_decorators=[])


def _compiles(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


class _Finder(cst.CSTVisitor):
    """Nodes inside functions, with the outermost function that they are in."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, wrapper: MetadataWrapper) -> None:
        super().__init__()
        self.places: list[Place] = []
        self._positions = wrapper.resolve(PositionProvider)
        self._classes: list[str] = []
        self._function: cst.FunctionDef | None = None

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Parameters) or _is_prose(node):
            return False
        if self._function is not None:
            name = ".".join((*self._classes, self._function.name.value))
            line = self._positions[node].start.line
            self.places.append(Place(node, self._function, name, line))
        elif isinstance(node, cst.ClassDef):
            self._classes.append(node.name.value)
        elif isinstance(node, cst.FunctionDef):
            self._function = node
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if original_node is self._function:
            self._function = None
        elif isinstance(original_node, cst.ClassDef) and self._function is None:
            self._classes.pop()


def _is_prose(node: cst.CSTNode) -> bool:
    if not isinstance(node, cst.SimpleString):
        return False
    return " " in node.value or node.value.startswith(('"""', "'''"))
