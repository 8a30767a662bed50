"""The sum that a reader can check: the bands as tables, a form, and the one script, which counts in whole numbers."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from sla_drafter.document.site import Calculator, Ladder, Rung, Site
from sla_drafter.writers.site.frame import data, element


def check(site: Site) -> str:
    """The tables of bands; above them the form, which stays hidden where no script can work it."""
    if not site.ladders:
        return ""
    words = site.words
    known = [ladder for ladder in site.ladders if ladder.calculator]
    by_hand = "".join(
        element("p", words["check_sum_by_hand"].replace("{metric}", ladder.name))
        for ladder in site.ladders
        if not ladder.calculator
    )
    form = f"{_form(site)}{element('noscript', words['check_sum_unaided'])}" if known else ""
    tables = "".join(_table(site, ladder) for ladder in site.ladders)
    script = f"<script>{_script(site, known)}</script>\n" if known else ""
    heading = element("h2", words["check_sum"], ' id="check"')
    return (
        f'<section aria-labelledby="check">\n{heading}{form}{by_hand}'
        f'<div class="ladders">\n{tables}</div>\n{script}</section>\n'
    )


def _form(site: Site) -> str:
    words = {key: escape(said) for key, said in site.words.items()}
    return (
        '<form id="sum" hidden novalidate autocomplete="off">\n'
        f"<p>{words['check_sum_how']} {words['check_sum_alone']}</p>\n"
        f'<div class="fields">\n{_choice("level", words["service_level"])}{_choice("start", words["start_from"])}'
        f"{_entry('whole')}{_entry('part')}</div>\n"
        '<output id="answer" for="level start whole part"></output>\n'
        f'<h3 id="steps-title">{words["steps_of_sum"]}</h3>\n'
        '<ol id="steps" aria-labelledby="steps-title"></ol>\n</form>\n'
    )


def _choice(id_: str, label: str) -> str:
    return f'<p><label for="{id_}">{label}</label> <select id="{id_}"></select></p>\n'


def _entry(id_: str) -> str:
    return (
        f'<p><label for="{id_}" id="{id_}-label"></label> '
        f'<input id="{id_}" type="text" maxlength="20" aria-describedby="{id_}-hint"> '
        f'<small id="{id_}-hint"></small></p>\n'
    )


def _table(site: Site, ladder: Ladder) -> str:
    words = site.words
    caption = words["credits_for"].replace("{metric}", ladder.name)
    if ladder.of:
        caption = f"{caption}. {words['share_of_fee'].replace('{fee}', ladder.of)}"
    titles = "".join(element("th", words[key], ' scope="col"') for key in ("band", "service_credit"))
    rows = "".join(f"<tr>{element('td', band)}{element('td', credit)}</tr>\n" for band, credit in ladder.rows)
    return (
        f'<table class="c2">\n{element("caption", caption)}<thead>\n<tr>{titles}</tr>\n</thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


# --- the script


def _script(site: Site, ladders: list[Ladder]) -> str:
    """The program with its figures; no figure or word can end the script, as none holds an opening angle bracket."""
    sums = [_sum(ladder.name, ladder.calculator) for ladder in ladders if ladder.calculator]
    facts = json.dumps({"words": dict(site.words), "sums": sums}, ensure_ascii=True).replace("<", "\\u003c")
    return f"\nconst SITE = {facts};\n{data('calculator.js')}"


def _sum(name: str, sums: Calculator) -> dict[str, Any]:
    """One ladder for the script; whole numbers are text, which the script reads at any size."""
    return {
        "name": name,
        "isTime": sums.is_time,
        "units": str(sums.units),
        "atLeast": sums.at_least,
        "target": str(sums.target),
        "quantum": _whole(sums.quantum),
        "rungs": list(map(_rung, sums.rungs)),
        "parts": str(sums.parts),
        "fee": str(sums.fee),
        "limits": [{"words": limit.words, "most": str(limit.most)} for limit in sums.limits],
        "digits": sums.digits,
        "rounding": sums.rounding,
        "starts": [{"words": start.words, "whole": start.whole, "part": start.part} for start in sums.starts],
        "words": dict(sums.words),
    }


def _rung(rung: Rung) -> dict[str, Any]:
    return {
        "words": rung.words,
        "low": _whole(rung.low),
        "lowIncluded": rung.low_included,
        "high": _whole(rung.high),
        "highIncluded": rung.high_included,
        "credit": str(rung.credit),
    }


def _whole(number: int | None) -> str | None:
    return None if number is None else str(number)
