"""Writes a paper as PDF/A-2a and PDF/UA-1: embedded letters, bookmarks, links, numbered pages, the source inside.

The same paper gives the same bytes, and is laid out once. Every word is tagged (`tags`), so that the file is heard as
it is read, and the reader of our own files goes by the same tags.
"""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from attrs import evolve, field

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document, StoryKind
from sla_drafter.document.number import numbers
from sla_drafter.document.pages import Pages
from sla_drafter.document.walk import words_of
from sla_drafter.language.hyphens import parts_of
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.archive import archived
from sla_drafter.writers.pdf.blocks import story_pieces
from sla_drafter.writers.pdf.claims import PRODUCER, PROGRAM, Claims
from sla_drafter.writers.pdf.dress import draw_letterhead, front_begins
from sla_drafter.writers.pdf.front import front_pieces
from sla_drafter.writers.pdf.inlines import Speech
from sla_drafter.writers.pdf.letters import refuse_missing_letters
from sla_drafter.writers.pdf.looks import styles_of
from sla_drafter.writers.pdf.pieces import Piece, total_height
from sla_drafter.writers.pdf.press import FRONT, Press
from sla_drafter.writers.pdf.setting import Headings, Setter
from sla_drafter.writers.pdf.sheet import Sheet
from sla_drafter.writers.pdf.tags.elements import PART

_DEEPEST_START = 84.0


@frozen
class Layout:
    """A paper as it was laid out: the bytes of the file, and how many pages it has and where its clauses begin."""

    data: bytes = field(repr=False)
    pages: Pages


def write(document: Document, house: House, source: bytes | None) -> bytes:
    """The paper as the bytes of a PDF file. Raises `NotWritten` where a letter or a picture cannot be printed."""
    return layout(document, house, source).data


def layout(document: Document, house: House, source: bytes | None = None) -> Layout:
    """The paper laid out on pages. Raises `NotWritten` where a letter or a picture cannot be printed."""
    styles = styles_of(house)
    refuse_missing_letters(document, styles.faces)
    paper, counted = house.paper, numbers(document)
    sheet = Sheet(paper, styles.faces.regular, document.language)
    speech = Speech(styles, counted.keys())
    headings = Headings(2 if document.cover else 1)
    parts = partial(parts_of, language=document.language)
    setter = Setter(styles, speech, counted, float(paper.width - paper.left - paper.right), parts, headings)
    press = Press(sheet, paper, styles)
    begins = front_begins(styles, document)
    if begins is not None:
        press.top = min(press.top, float(paper.height) - begins)
    draw_letterhead(sheet, styles, document)
    front = front_pieces(document, setter, sheet.root)
    _place_front(front, press, brief=document.brief, is_dressed=begins is not None)
    _place_stories(document, setter, press)
    pages = press.finish(document, speech)
    return Layout(archived(sheet, _described(sheet, document), source), pages)


def _place_front(front: list[Piece], press: Press, *, brief: bool, is_dressed: bool) -> None:
    """The front stands a little below the top of its page or its letterhead, and the text begins on the next.

    A brief paper runs on.
    """
    if brief:
        press.place(front, FRONT)
    elif front:
        left = press.room - total_height(front)
        press.top -= 0 if is_dressed else max(min(left / 4, _DEEPEST_START), 0)
        press.place(front, FRONT)
        press.turn()


def _place_stories(document: Document, setter: Setter, press: Press) -> None:
    """The stories one after the other; nobody signs a page on which no words of the agreement stand."""
    waiting: list[Piece] = []
    for story, after in zip_longest(document.stories, document.stories[1:]):
        if story.kind is StoryKind.SCHEDULES:
            press.fresh()
        pieces = [*waiting, *story_pieces(setter, story.blocks, press.sheet.root.child(PART))]
        if waiting and len(pieces) > len(waiting):
            signed = pieces[len(waiting) :]
            fits = total_height(pieces) <= press.full
            pieces[len(waiting) - 1] = evolve(waiting[-1], keep=total_height(signed if fits else signed[:1]))
        signs = story.kind is StoryKind.BODY and after is not None and after.kind is StoryKind.SIGNATURES
        waiting = _last_words(pieces) if signs else []
        press.place(pieces[: len(pieces) - len(waiting)], story.kind)


def _last_words(pieces: list[Piece]) -> list[Piece]:
    """The last piece, with the headings and the words that lead into it."""
    first = len(pieces) - 1
    while first > 0 and (pieces[first - 1].keep or not pieces[first].height()):
        first -= 1
    return pieces[max(first, 0) :]


def _described(sheet: Sheet, document: Document) -> Claims:
    """The properties of the file: what it is called, by whom, about what, and that a viewer shows its title."""
    claims = Claims(words_of(document.title), document.author, document.subject, document.language)
    sheet.setTitle(claims.title)
    sheet.setAuthor(claims.author)
    sheet.setSubject(claims.subject)
    sheet.setCreator(PROGRAM)
    sheet.setProducer(PRODUCER)
    sheet.setViewerPreference("DisplayDocTitle", "true")
    sheet.showOutline()
    return claims
