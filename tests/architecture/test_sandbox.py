from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import called, imported, modules

SPEAKS_JINJA_ITSELF = {"render", "render_properties", "render_footnotes", "get_undeclared_template_variables"}


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_only_the_sandbox_makes_a_jinja_environment() -> None:
    makers = {
        name
        for name, tree in modules()
        for call in calls(tree)
        if called(call).endswith("Environment") or called(call) == "from_string"
    }
    assert makers == {"sandbox.py"}


def test_a_word_template_is_rendered_in_our_environment_only() -> None:
    trees = [(name, tree) for name, tree in modules() if any(m.split(".")[0] == "docxtpl" for m, _ in imported(tree))]
    assert trees
    assert not [
        f"{name}:{call.lineno}"
        for name, tree in trees
        for call in calls(tree)
        if called(call) in SPEAKS_JINJA_ITSELF and "jinja_env" not in {keyword.arg for keyword in call.keywords}
    ]
