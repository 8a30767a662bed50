# ruff: noqa: E501 - markup is easier to read on one line
"""The house's Word template: it agrees with style.yaml, can be edited as any Word file, and can do no harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import attrs
import docx
import pytest
from docx.shared import Pt

from sla_drafter.document.house import House
from sla_drafter.document.printed import passages
from sla_drafter.errors import Unreadable
from sla_drafter.readers.docx import read_passages
from sla_drafter.readers.house import house_names, load_house
from sla_drafter.review.verify import squeezed
from sla_drafter.writers.docx import write
from tests.writers.docx.make_template import make
from tests.writers.sample import SAMPLE, UNFINISHED

HOUSE = load_house()
Change = Callable[[str], str]


def changed(part: str, change: Change) -> House:
    """The plain house with one part of its template changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(HOUSE.template)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                found = change(data.decode()).encode()
                assert found != data
                data = found
            new.writestr(name, data)
    return attrs.evolve(HOUSE, template=held.getvalue())


def replaced(part: str, old: str, new: str) -> House:
    return changed(part, lambda words: words.replace(old, new))


def with_paragraph(words: str) -> House:
    """The plain house with a line of its own above the title."""
    line = f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    return replaced("word/document.xml", "<w:body>", f"<w:body>{line}")


def refusal(house: House) -> str:
    with pytest.raises(Unreadable) as refused:
        write(UNFINISHED, house, None)
    return str(refused.value)


def words_of(data: bytes) -> str:
    return " ".join(passage.words for passage in read_passages(data))


def test_the_template_has_the_letters_sizes_colours_and_margins_of_style_yaml() -> None:
    template = docx.Document(io.BytesIO(HOUSE.template))
    normal, section = template.styles["Normal"], template.sections[-1]
    assert normal.font.color.rgb is not None
    with zipfile.ZipFile(io.BytesIO(HOUSE.template)) as package:
        styles = package.read("word/styles.xml").decode()
    defaults = styles[: styles.index("</w:docDefaults>")]
    assert set(re.findall(r'w:(?:ascii|hAnsi)="([^"]*)"', defaults)) == {HOUSE.typeface.word}
    assert re.findall(r'<w:sz w:val="(\d+)"', defaults) == [str(int(HOUSE.sizes.text * 2))]
    assert str(normal.font.color.rgb) == HOUSE.colours.text
    for name, size in (
        ("Title", HOUSE.sizes.title),
        ("Heading 1", HOUSE.sizes.section),
        ("Heading 2", HOUSE.sizes.part),
    ):
        found = template.styles[name].font
        assert (found.size, str(found.color.rgb)) == (Pt(float(size)), HOUSE.colours.heading)
    for found, asked in zip(
        (
            section.page_width,
            section.page_height,
            section.top_margin,
            section.right_margin,
            section.bottom_margin,
            section.left_margin,
        ),
        attrs.astuple(HOUSE.paper),
        strict=True,
    ):
        assert found is not None
        assert abs(found.pt - float(asked)) < 0.05


def test_the_script_makes_a_template_that_writes_the_same_words() -> None:
    made = attrs.evolve(HOUSE, template=make(HOUSE))
    assert read_passages(write(SAMPLE, made, None)) == read_passages(write(SAMPLE, HOUSE, None))


@pytest.mark.parametrize("name", house_names())
def test_each_template_that_ships_is_what_the_script_makes(name: str) -> None:
    house = load_house(name)

    def members(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {part: package.read(part) for part in package.namelist()}

    assert members(make(house)) == members(house.template)


@pytest.mark.parametrize("name", house_names())
def test_every_house_writes_the_same_words_in_its_own_numbers(name: str) -> None:
    house = load_house(name)
    for paper in (SAMPLE, UNFINISHED):
        document = attrs.evolve(paper, numbering=house.numbering)
        read = squeezed(" ".join(one.words for one in read_passages(write(document, house, None))))
        assert read == squeezed(" ".join(one.words for one in passages(document)))


def test_a_template_saved_by_another_program_still_works() -> None:
    opened = docx.Document(io.BytesIO(HOUSE.template))
    opened.styles["Title"].font.size = Pt(30)
    held = io.BytesIO()
    opened.save(held)
    house = attrs.evolve(HOUSE, template=held.getvalue())
    assert read_passages(write(SAMPLE, house, None)) == read_passages(write(SAMPLE, HOUSE, None))


def test_a_word_in_another_language_may_name_styles_by_other_ids() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(HOUSE.template)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            words = old.read(name).decode()
            new.writestr(name, re.sub(r'(w:(?:styleId|val)=")Heading1"', r'\1berschrift1"', words))
    data = write(SAMPLE, attrs.evolve(HOUSE, template=held.getvalue()), None)
    assert [found.id for found in read_passages(data)] == [found.id for found in passages(SAMPLE)]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert '<w:pStyle w:val="berschrift1"/>' in package.read("word/document.xml").decode()


def test_a_style_may_leave_its_level_to_the_list_and_inherit_from_a_style_further_down() -> None:
    def without_level(styles: str) -> str:
        style = re.search(r'<w:style [^>]*w:styleId="Clause">.*?</w:style>', styles)
        first = re.search(r'<w:style [^>]*w:styleId="ScheduleFirst">.*?</w:style>', styles)
        assert style is not None
        assert first is not None
        moved = styles.replace(first[0], "").replace("</w:docDefaults>", "</w:docDefaults>" + first[0])
        return moved.replace(style[0], style[0].replace('<w:ilvl w:val="1"/>', ""))

    data = write(SAMPLE, changed("word/styles.xml", without_level), None)
    assert [found.words[:14] for found in read_passages(data) if found.id in {"purpose", "services"}] == [
        "1.2 Purpose & ", "Schedule\u00a01 Ser",
    ]  # fmt: skip


def test_tables_in_a_clause_start_where_the_words_of_the_template_do() -> None:
    house = changed("word/numbering.xml", lambda words: words.replace('w:left="624"', 'w:left="700"'))
    with zipfile.ZipFile(io.BytesIO(write(SAMPLE, house, None))) as package:
        assert '<w:tblInd w:w="700"' in package.read("word/document.xml").decode()


def test_tags_may_be_split_over_runs_and_rows_may_repeat() -> None:
    split = "<w:r><w:t>{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ ver</w:t></w:r><w:r><w:t>sion }}</w:t></w:r>"
    cell = "<w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>"
    rows = "".join(
        cell % tag for tag in ("{%tr for party in cover.parties %}", "Party {{r party.name }}", "{%tr endfor %}")
    )
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
    house = replaced("word/document.xml", "<w:body>", f"<w:body><w:p>{split}</w:p><w:tbl>{grid}{rows}</w:tbl><w:p/>")
    found = words_of(write(SAMPLE, house, None))
    assert found.startswith("0.3 Party Aldgate Data Services Ltd Party A&B <Ltd> *x* | {{ 7*7 }}")


POISON = {
    "a call": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "a walk to the classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a method": "{{ title.upper() }}",
    "formatting": "{{ '{0.__class__}'.format(title) }}",
    "an attribute filter": "{{ title|attr('__class__') }}",
    "arithmetic": "{{ 7*7 }}",
    "a huge word": "{{ 'a'*1000000000 }}",
    "an assignment": "{% set x = title %}",
    "an include": "{% include 'secret' %}",
    "an unknown name": "{{ salary }}",
    "an unclosed tag": "{% if title %}",
}


@pytest.mark.parametrize("case", POISON)
def test_a_template_cannot_call_compute_include_or_guess(case: str) -> None:
    assert "Word template" in refusal(with_paragraph(POISON[case]))


def test_tags_in_header_and_footer_are_just_as_strict() -> None:
    for part in ("word/header1.xml", "word/footer1.xml"):
        house = changed(
            part, lambda words: words.replace("{{ banner }}", "{{ 7*7 }}").replace("{{ before_page }}", "{{ 7*7 }}")
        )
        assert "Word template" in refusal(house)


def test_a_missing_style_a_missing_body_and_a_broken_file_are_told() -> None:
    no_style = replaced("word/styles.xml", '<w:name w:val="Clause"/>', '<w:name w:val="Absatz"/>')
    assert 'there is no style "Clause"' in refusal(no_style)
    assert "[[body]]" in refusal(replaced("word/document.xml", "[[body]]", "body"))
    assert "not a Word file that can be opened" in refusal(attrs.evolve(HOUSE, template=b"no file"))
    assert "document type" in refusal(
        changed("word/styles.xml", lambda words: words.replace("<w:styles", "<!DOCTYPE x><w:styles", 1))
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("To {{ parties.customer.name ", 'the tag {{ parties.customer.name in the paragraph "To {{ parties.customer.name" is not closed by }}'),
        ("To parties.customer.name }}", 'the tag }} in the paragraph "To parties.customer.name }}" closes nothing'),
        ("{{ title %} of us", 'the tag {{ title %} in the paragraph "{{ title %} of us" is closed by %}, not by }}'),
        ("{% if version %} foo", 'the tag {% if version %} in the paragraph "{% if version %} foo" has no {% endif %} behind it'),
        ("{% endfor %}", "the tag {% endfor %} in the paragraph \"{% endfor %}\" has no for before it"),
        ("{{ title version }}", "the tag {{ title version }} in the paragraph"),
        ("{{ title | shout }}", "No filter named 'shout'"),
        ("{{ title() }}", "the tag {{ title() }} in the paragraph"),
        ("{% for x in range(9) %}a{% endfor %}", "the tag {% for x in range(9) %} in the paragraph"),
        ("{% include “x” %}", "the tag {% include “x” %} in the paragraph"),
    ],
)  # fmt: skip
def test_a_broken_tag_is_named_with_its_part_and_its_paragraph(words: str, said: str) -> None:
    told = refusal(with_paragraph(words))
    assert said in told
    assert "word/document.xml" in told
    assert "the house plain" in told


def test_a_broken_tag_in_a_footer_is_named_with_its_part() -> None:
    house = replaced("word/footer1.xml", "</w:ftr>", "<w:p><w:r><w:t>{{ title</w:t></w:r></w:p></w:ftr>")
    assert 'word/footer1.xml: the tag {{ title in the paragraph "{{ title" is not closed' in refusal(house)


@pytest.mark.parametrize("mark", ["[[body]]", "[[contents]]"])
def test_a_place_that_is_there_twice_is_refused(mark: str) -> None:
    assert f"the paragraph {mark} stands there 2 times" in refusal(with_paragraph(mark))


def test_nothing_but_known_parts_is_taken_from_a_template() -> None:
    arrow = '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    house = replaced("word/_rels/document.xml.rels", "</Relationships>", f"{arrow}</Relationships>")
    with zipfile.ZipFile(io.BytesIO(house.template)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as new:
        for name, data in {**members, "word/vbaProject.bin": b"MACRO", "customXml/item1.xml": b"<private/>"}.items():
            new.writestr(name, data)
    with zipfile.ZipFile(io.BytesIO(write(SAMPLE, attrs.evolve(house, template=held.getvalue()), None))) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if "vba" in name or "customXml" in name]
    assert b"MACRO" not in everything
    assert b"vbaProject" not in everything
