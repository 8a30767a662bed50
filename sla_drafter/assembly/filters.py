"""The filters of clause texts: a form of a fact becomes a slot; a few filters only find other facts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from sla_drafter.assembly.forms import FORMS, said
from sla_drafter.assembly.view import Id, View, opened
from sla_drafter.document.nodes import Value
from sla_drafter.language.words import UnknownForm
from sla_drafter.model.facts import REFERS_TO
from sla_drafter.model.paths import by_key, referent
from sla_drafter.model.scalars import Prose
from sla_drafter.model.shapes import Shape
from sla_drafter.sandbox import Kit, TemplateFault


def form_filter(form: str, view: Any, literal: str = "") -> str:
    """Spell a fact in a form: a slot with its words, or a blank where the fact is absent.

    `literal` names the grammatical form that the sentence asks for: `| noun("dative")`.
    """
    if not isinstance(view, View):
        raise TemplateFault(f"the filter {form} spells facts of the agreement, not {view}")
    sheet, value, path, _, attribute = opened(view)
    refers_to = attribute.metadata.get(REFERS_TO, "") if attribute else ""
    if form == "named" and value is not None and not refers_to:
        raise TemplateFault(f"{path} names nothing that could be looked up; the filter named does not fit")
    try:
        spelled = f"{form}:{literal}" if literal else form
        return sheet.slot(said(value, path, spelled, sheet.speller(refers_to)))
    except (TypeError, UnknownForm) as error:
        raise TemplateFault(f"{path}: {error}") from error


def follow(view: Any) -> View:
    """What a reference names, so that its own facts can be printed."""
    sheet, value, path, _, attribute = opened(view)
    collection = attribute.metadata.get(REFERS_TO, "") if attribute else ""
    if not collection:
        raise TemplateFault(f"{path} names nothing that could be followed")
    found = None if value is None else referent(sheet.agreement, collection, value)
    shape = Shape(type(found), many=False) if found is not None else _shape_of(collection)
    return View(sheet, found, f"{collection}.{value}" if found is not None else path, shape)


def _shape_of(collection: str) -> Shape:
    from sla_drafter.model.agreement import Agreement
    from sla_drafter.model.shapes import shapes

    return Shape(shapes(Agreement)[collection].cls, many=False)


def same_id(view: Any, collection: str) -> View:
    """The thing of a collection that has the same id: the metric of a ladder, of a target in a package."""
    sheet, value, path, _, _ = opened(view)
    found = None if value is None else referent(sheet.agreement, collection, value.id)
    where = f"{collection}.{value.id}" if found is not None else path
    return View(sheet, found, where, _shape_of(collection))


def given(view: Any, field: str, choice: str = "") -> list[View]:
    """Those of a collection in which a field is present: the metrics that say when a service is down.

    With a choice, those in which the field is that one: `metrics | given("formula", "jitter")`.
    """
    shape = opened(view)[3]
    if field not in by_key(shape.cls):
        raise TemplateFault(f"there is no {field} in {opened(view)[2]}")
    present = [item for item in view if getattr(item, field)]
    return [item for item in present if getattr(item, field) == choice] if choice else present


def clause_title(view: Any) -> str:
    """The title of the clause that a thing's id names: for what the master agreement settles."""
    sheet, value, path, _, _ = opened(view)
    clause = sheet.library.clauses[value.id]
    return sheet.slot(Value(clause.titles[sheet.language], path, "clause_title"))


def finalize(slot: Any) -> str:
    """A slot without a filter: prose is spelled as it is, a text of the template stays, anything else is refused."""
    match slot:
        case Id():
            raise TemplateFault("an id cannot be printed; print a name or a title")
        case str():
            return slot
        case View():
            value = opened(slot)[1]
            if value is None or isinstance(value, Prose):
                return form_filter("text", slot)
            raise TemplateFault(f"{opened(slot)[2]} is not text: say how it is spelled, as {{{{ … | percent }}}}")
        case _:
            raise TemplateFault(f"{slot} cannot be printed: it is no fact of the agreement")


FILTERS: dict[str, Callable[..., Any]] = {
    **{form: partial(form_filter, form) for form in FORMS},
    "follow": follow,
    "given": given,
    "same_id": same_id,
    "clause_title": clause_title,
}

KIT = Kit(FILTERS, finalize)
