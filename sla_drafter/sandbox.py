"""The one place where templates run: strict, sandboxed, and with a short list of what an author may write.

Authors of clauses and of Word templates are half trusted: a pack from a colleague must not run code. Nothing can be
called, nothing can be imported or changed, a name that nobody knows is an error, and only a short list of node kinds
is accepted. Templates are compiled once for a process, as long as they are not too many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from types import BuiltinMethodType, MethodType
from typing import TYPE_CHECKING, Any

from sla_drafter.errors import SlaDrafterError
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.nodes import Node
    from jinja2.nodes import Template as Tree
    from jinja2.sandbox import ImmutableSandboxedEnvironment

CLAUSE_NODES = frozenset(
    {
        "Template", "Output", "TemplateData", "If", "For", "Name", "Const", "List", "Tuple", "Getattr", "Getitem",
        "Filter", "Compare", "Operand", "And", "Or", "Not", "CondExpr",
    }
)  # fmt: skip
"""The node kinds of Jinja that a clause may use; no call, no set, no include, no macro, no arithmetic."""


PLACE = "clause"
"""What a Word template calls to place a clause: `{{p clause("credits_ladder") }}`."""


KEPT_PROGRAMS = 2048
"""Clause texts that stay compiled; the house library has about four hundred in four languages."""
KEPT_PARTS = 256
"""Parts of Word templates that stay compiled; one template has about ten."""
_MOST_KNOWN = 4096
_METHODS = frozenset((MethodType, BuiltinMethodType))


class TemplateFault(SlaDrafterError):
    """A template is wrong: the line in it (0: the one that was being filled) and what is wrong, for its author."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@frozen(eq=False)
class Kit:
    """What a family of templates may use: filters by name, and what becomes of a slot without a filter."""

    filters: Mapping[str, Callable[..., Any]]
    finalize: Callable[[Any], str]


@frozen(eq=False)
class Program:
    """A compiled clause text; `fill` gives its words.

    Of a part of a Word template, `names` are the facts that its tags ask for, dotted and in order, and `calls` the ids
    of the clauses that it places.
    """

    template: Template
    names: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()

    def fill(self, context: Mapping[str, object]) -> str:
        """The text with its slots filled; a `TemplateFault` names the line when something is missing or refused."""
        from jinja2 import TemplateError

        try:
            return self._filled(dict(context))
        except TemplateError as error:
            raise TemplateFault(error.message or str(error), _line_of(error)) from error
        except TemplateFault as fault:
            raise TemplateFault(fault.message, fault.line or _line_of(fault)) from fault

    def _filled(self, names: dict[str, Any]) -> str:
        """What Jinja's own `render` does, without a copy of the names: no template of ours has further ones."""
        template = self.template
        try:
            return "".join(template.root_render_func(template.new_context(names, shared=True)))
        except Exception:  # noqa: BLE001 - it is raised again, with the line of the template
            template.environment.handle_exception()


class Kitchen:
    """Compiles the templates of one kit, each of them once."""

    def __init__(self, kit: Kit) -> None:
        environment = _strict(autoescape=False)
        environment.filters = dict(kit.filters)
        environment.finalize = kit.finalize
        environment.trim_blocks = environment.lstrip_blocks = True
        self._environment = environment
        self._programs = lru_cache(maxsize=KEPT_PROGRAMS)(self._compile)

    def program(self, source: str) -> Program:
        """The compiled text; a node that authors may not use is refused with its line."""
        return self._programs(source)

    def _compile(self, source: str) -> Program:
        from jinja2 import TemplateSyntaxError

        try:
            _only_known_nodes(self._environment.parse(source), "a clause")
            template = self._environment.from_string(source)
            template.globals = {}  # there are none, and each filling would look for them
            return Program(template)
        except TemplateSyntaxError as error:
            raise TemplateFault(error.message or str(error), error.lineno) from error


@cache
def word_environment() -> ImmutableSandboxedEnvironment:
    """The environment for tags in Word and HTML templates: sandboxed, strict, and every value escaped."""
    return _strict(autoescape=True)


@lru_cache(maxsize=KEPT_PARTS)
def paper_program(source: str) -> Program:
    """The compiled tags of one part of a Word template; each value is escaped unless it is marked by `as_written`."""
    from jinja2 import TemplateSyntaxError

    environment = word_environment()
    try:
        tree = environment.parse(source)
        _only_known_nodes(tree, "a Word template")
        return Program(environment.from_string(source), tuple(_names(tree)), tuple(_placed(tree)))
    except TemplateSyntaxError as error:
        raise TemplateFault(error.message or str(error), error.lineno) from error


def as_written(markup: str) -> str:
    """Markup that a writer of ours made, so that a template prints it as it stands."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - the writers escape every value before it gets here


def _strict(*, autoescape: bool) -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined

    environment = _sandbox()(autoescape=autoescape, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.globals = {}
    environment.filters = {}
    environment.tests = {}
    return environment


@cache
def _sandbox() -> type[ImmutableSandboxedEnvironment]:
    """Jinja's sandbox for data that nobody may change.

    What it says of an attribute depends on the class of its owner and on its name alone, and is asked once for each.
    """
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.known: dict[tuple[type, str], bool] = {}

        def getattr(self, obj: Any, attribute: str) -> Any:
            """What is safe to see of a class is seen at once; in the place of a method Jinja may put another."""
            if self.known.get((type(obj), attribute)):
                value = getattr(obj, attribute, None)
                if value is not None and type(value) not in _METHODS:
                    return value
            return super().getattr(obj, attribute)

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            asked = (type(obj), attr)
            is_safe = self.known.get(asked)
            if is_safe is None:
                is_safe = super().is_safe_attribute(obj, attr, value)
                if len(self.known) < _MOST_KNOWN:
                    self.known[asked] = is_safe
            return is_safe

    return Sandbox


def _only_known_nodes(tree: Tree, whose: str) -> None:
    """Refuse what authors may not write, with its line; a node that Jinja adds by itself has none."""
    from jinja2.nodes import Node

    line = 1
    for node in tree.find_all(Node):
        line = node.lineno or line
        if type(node).__name__ not in CLAUSE_NODES and not (whose == "a Word template" and _places_a_clause(node)):
            raise TemplateFault(f"{whose} may not use {type(node).__name__.lower()} here", line)


def _places_a_clause(node: Node) -> bool:
    """The one call that a Word template may make: `clause("id")`, with the id as it stands there."""
    from jinja2.nodes import Call, Const, Name

    return (
        isinstance(node, Call)
        and isinstance(node.node, Name)
        and node.node.name == PLACE
        and len(node.args) == 1
        and isinstance(node.args[0], Const)
        and isinstance(node.args[0].value, str)
        and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    )


def _placed(tree: Tree) -> Iterator[str]:
    from jinja2.nodes import Call, Const

    for node in tree.find_all(Call):
        argument = node.args[0]
        if isinstance(argument, Const):
            yield str(argument.value)


def _names(tree: Tree) -> Iterator[str]:
    """The facts that tags ask for: `cover.title`; names that a loop gives are its own."""
    from jinja2.nodes import For, Getattr, Name

    own = {
        name.name
        for loop in tree.find_all(For)
        for name in (loop.target, *loop.target.find_all(Name))
        if isinstance(name, Name)
    }
    inner: set[int] = set()
    for node in tree.find_all((Getattr, Name)):
        if id(node) in inner:
            continue
        steps: list[str] = []
        at: Node = node
        while isinstance(at, Getattr):
            steps.insert(0, at.attr)
            at = at.node
            inner.add(id(at))
        if isinstance(at, Name) and at.ctx == "load" and at.name not in {*own, "loop", PLACE}:
            yield ".".join((at.name, *steps))


def _line_of(error: Exception) -> int:
    """The line of the template in which a filling failed: the last frame that stands in a template."""
    trace, line = error.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
