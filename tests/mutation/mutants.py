"""Mutants of a module: its functions with one thing changed in each.

The changes are mutmut's. Its own runner cannot be used here: it leaves out functions with a
decorator, which every rule has.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import CodeType
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.mutators import mutation_operators


class Mutant(NamedTuple):
    """`function`: qualified name of the function that is changed. `source`: the whole module."""

    function: str
    line: int
    was: str
    is_now: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant that compiles, in the order of the lines.

    Left out, besides what is not inside a function: annotations, docstrings, and texts that
    people read (strings with a blank), whose wording the examples test in part.
    """
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    finder = _Finder(wrapper)
    wrapper.visit(finder)
    for node, function, line in finder.nodes:
        for changed in _changes(node):
            module = wrapper.module.deep_replace(node, changed)
            if _compiles(module.code):
                code_for = wrapper.module.code_for_node
                yield Mutant(function, line, code_for(node), code_for(changed), module.code)


def code_objects(source: str, name: str) -> dict[str, CodeType]:
    """Compiled functions of a module by qualified name, those inside functions left out."""
    found: dict[str, CodeType] = {}
    ahead = [compile(source, name, "exec")]
    while ahead:
        for const in ahead.pop().co_consts:
            if isinstance(const, CodeType):
                found.setdefault(const.co_qualname, const)
                ahead.append(const)
    return found


def _changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from operator(node)


def _compiles(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


class _Finder(cst.CSTVisitor):
    """Nodes inside functions, with the outermost function that they are in."""

    METADATA_DEPENDENCIES = (ParentNodeProvider, PositionProvider)

    def __init__(self, wrapper: MetadataWrapper) -> None:
        super().__init__()
        self.nodes: list[tuple[cst.CSTNode, str, int]] = []
        self._positions = wrapper.resolve(PositionProvider)
        self._names: list[str] = []
        self._function = ""

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Parameters):
            return False
        if isinstance(node, cst.ClassDef) and not self._function:
            self._names.append(node.name.value)
        elif isinstance(node, cst.FunctionDef) and not self._function:
            self._function = ".".join((*self._names, node.name.value))
            return True
        if self._function and not _is_prose(node):
            self.nodes.append((node, self._function, self._positions[node].start.line))
        return not _is_prose(node)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.ClassDef) and not self._function:
            self._names.pop()
        elif isinstance(original_node, cst.FunctionDef):
            name = ".".join((*self._names, original_node.name.value))
            if name == self._function:
                self._function = ""


def _is_prose(node: cst.CSTNode) -> bool:
    if not isinstance(node, cst.SimpleString):
        return False
    return " " in node.value or node.value.startswith(('"""', "'''"))
