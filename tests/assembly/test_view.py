from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from sla_drafter.document.nodes import Blank, Value
from sla_drafter.errors import ClauseFault
from sla_drafter.model.agreement import Agreement, ClauseUse, OpenPoint, Parameter
from sla_drafter.model.governance import Acceptance
from sla_drafter.model.scalars import Choice, Duration, Prose, Unit
from tests.assembly.fillings import filled, line, said, values
from tests.assembly.sample import agreement
from tests.model.everything import everything

FULL = everything()
EMPTY = Agreement()


def fault(source: str, facts: Agreement | None = None) -> str:
    """What the author of a wrong text is told."""
    with pytest.raises(ClauseFault) as caught:
        filled(source, facts)
    (finding,) = caught.value.findings
    (place,) = finding.places
    return f"{place.file}:{place.line} {finding.message}"


def test_a_fact_prints_its_words_with_its_path_and_form() -> None:
    (value,) = line("{{ metrics.availability.target | target }}")
    assert isinstance(value, Value)
    assert (value.words, value.field, value.form) == ("at least 99.9%", "metrics.availability.target", "target")


def test_a_thing_reached_by_a_loop_has_the_same_path_as_by_its_id() -> None:
    source = "{% for metric in metrics %}{{ metric.name | text }}{% endfor %}{{ metrics.availability.name | text }}"
    assert values(filled(source).body) == [("Availability", "metrics.availability.name", "text")] * 2


def test_a_party_is_found_by_what_it_plays_whatever_its_id_is() -> None:
    provider, customer = agreement().parties
    shops = evolve(customer, id="shops", role=Choice("party_role", "customer"))
    facts = agreement(parties=(provider, shops), acceptance=(Acceptance("shops", "buyer"),))
    source = "{{ parties.customer.name }} {{ acceptance.customer.role | named }} {{ parties.provider.name }}"
    assert [field for _, field, _ in values(filled(source, facts).body)] == [
        "parties.shops.name",
        "acceptance.shops",
        "parties.provider.name",
    ]


def test_a_band_is_pointed_at_by_its_upper_border() -> None:
    bands = "{% for band in ladder.bands %}{{ band.credit | percent }} {% endfor %}"
    source = f"{{% for ladder in credits.ladders %}}{bands}{{% endfor %}}"
    assert [field for _, field, _ in values(filled(source).body)] == [
        "credits.ladders.availability.99.9%.credit",
        "credits.ladders.availability.99.0%.credit",
    ]


def test_what_has_no_id_is_pointed_at_by_its_place_counted_from_one() -> None:
    source = "{% for level in escalation %}{{ level.after | duration }}{% endfor %}"
    assert [field for _, field, _ in values(filled(source, FULL).body)] == [
        "escalation[1].after",
        "escalation[2].after",
    ]


def test_one_text_of_a_list_is_pointed_at_by_its_place() -> None:
    source = "{% for one in services.database.deliverables %}{{ one }}{% endfor %}"
    fields = [field for _, field, _ in values(filled(source, FULL).body)]
    assert fields == ["services.database.deliverables[1]", "services.database.deliverables[2]"]


def test_a_thing_written_as_one_fact_has_its_own_path() -> None:
    source = "{% for mode in services.database.modes %}{{ mode.text }}{% endfor %}"
    assert values(filled(source, FULL).body)[1][1] == "services.database.modes.peak"


def test_a_reference_is_named_and_followed() -> None:
    source = "{{ metrics.availability.owner | named }}: {{ (metrics.availability.service | follow).fee | fee }}"
    assert values(filled(source).body) == [
        ("Service level manager", "metrics.availability.owner", "named"),
        ("GBP 12,000 per month", "services.database.fee", "fee"),
    ]


def test_a_reference_to_nothing_prints_what_stands_there_and_follows_to_a_blank() -> None:
    facts = agreement()
    (metric,) = facts.metrics
    stray = evolve(facts, metrics=(evolve(metric, owner="nobody", service="nothing"),))
    words = said(
        "{{ metrics.availability.owner | named }}, {{ (metrics.availability.service | follow).fee | fee }}", stray
    )
    assert words == "nobody, [to be completed]"


@pytest.mark.parametrize(
    ("source", "field"),
    [
        ("{{ term.effective | date }}", "term.effective"),
        ("{{ title }}", "title"),
        ("{{ credits.terms.cap | share }}", "credits.terms.cap"),
        ("{{ metrics.availability.target | target }}", "metrics.availability.target"),
        ("{{ reports.recipients | named }}", "reports.recipients"),
        ("{{ master_agreement.document.title }}", "master_agreement.document.title"),
        ("{{ own.every | duration }}", "clauses.sample.every"),
    ],
)
def test_an_absent_fact_is_a_blank_that_knows_its_field(source: str, field: str) -> None:
    (blank,) = line(source, EMPTY)
    assert isinstance(blank, Blank)
    assert blank.field == field
    assert blank.words == "[to be completed]"


def test_an_absent_fact_is_false_equals_nothing_and_has_no_items() -> None:
    source = (
        "{% if credits %}there{% endif %}"
        '{% if credits.terms.mode == "automatic" %}automatic{% endif %}'
        '{% if credits.terms.mode != "automatic" %}not automatic{% endif %}'
        '{% if "probe" in reports.recipients %}in{% endif %}'
        "{% for one in metrics %}one{% endfor %}"
        "."
    )
    assert said(source, EMPTY) == "not automatic."


def test_words_that_are_still_open_are_asked_for_and_printed_as_a_blank() -> None:
    points = (OpenPoint("title", "TBC"), OpenPoint("credits.exclusive", "TBC"))
    facts = evolve(EMPTY, open_points=points)
    assert said("{% if title %}{{ title }}{% endif %}.", facts) == "[to be completed]."
    assert said("{% if credits.exclusive %}only{% endif %}.", facts) == "."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ('law == "england_and_wales"', True),
        ('law == "germany"', False),
        ('law in ["germany", "england_and_wales"]', True),
        ('metrics.availability.formula == "time_availability"', True),
        ('metrics.availability.window == "calendar_month"', True),
        ('metrics.availability.target == "at_least"', True),
        ("metrics.availability.service == services.database.id", True),
        ('services.database.id == "database"', True),
        ('"customer_based" in kind', True),
        ('"internal" in kind', False),
        ("version and title", True),
        ("not version", False),
        ("chosen.parties", True),
        ("chosen.credits", False),
        ('position == "balanced"', True),
        ("metrics.availability.window == metrics.availability.window", True),
    ],
)
def test_a_clause_may_ask(question: str, answer: bool) -> None:
    assert said(f"{{% if {question} %}}yes{{% else %}}no{{% endif %}}") == ("yes" if answer else "no")


def test_a_fact_that_says_no_is_present_but_false() -> None:
    facts = everything(1)
    assert said("{% if credits.exclusive %}only{% else %}also{% endif %}", facts) == "also"
    assert said("{{ credits.exclusive | yes_no }}", facts) == "no"


def test_those_with_a_field_are_given() -> None:
    facts = agreement()
    (metric,) = facts.metrics
    two = evolve(
        facts, metrics=(metric, evolve(metric, id="query_time", name=Prose((("", "Query time"),)), down_when=None))
    )
    source = (
        '{% for one in metrics | given("down_when") %}{{ one.name }}{% if not loop.last %}, {% endif %}{% endfor %}'
    )
    assert said(source, two) == "Availability"
    assert said("{% for one in metrics %}{{ one.name }}{% if not loop.last %}, {% endif %}{% endfor %}", two) == (
        "Availability, Query time"
    )


def test_those_with_a_choice_are_given() -> None:
    source = '{% if metrics | given("formula", "time_availability") %}time{% endif %}'
    source += '{% if metrics | given("formula", "jitter") %}jitter{% endif %}'
    assert said(source, agreement()) == "time"


def test_the_facts_of_one_clause_are_its_own() -> None:
    use = ClauseUse(
        "sample",
        facts=(
            Parameter("every", Duration(Decimal(3), Unit.MONTH)),
            Parameter("topics", (Prose((("", "cost"),)), Prose((("", "risk"),)))),
        ),
    )
    facts = agreement(clauses=(use,))
    assert values(filled("Every {{ own.every | interval }}: {{ own.topics | listed }}.", facts).body) == [
        ("3 months", "clauses.sample.every", "interval"),
        ("cost and risk", "clauses.sample.topics", "listed"),
    ]
    assert said("{% for topic in own.topics %}{{ topic | text }}; {% endfor %}", facts) == "cost; risk;"


def test_the_author_is_told_the_file_and_the_line_of_a_name_that_nobody_knows() -> None:
    assert fault("First line.\n\nThen {{ metrics.availability.colour }}.") == (
        "overview/sample/en.md:3 overview/sample/en.md: there is no colour in metrics.availability."
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ colour }}", "'colour' is undefined"),
        ("{{ credits.colour }}", "there is no colour in credits"),
        ("{{ own.colour }}", "sample declares no parameter colour"),
        ("{% for one in metrics %}{{ one.colour }}{% endfor %}", "there is no colour in metrics.availability"),
        ("{% if credits.terms.colour %}x{% endif %}", "there is no colour in credits.terms"),
        ("{{ metrics.availability.target }}", "metrics.availability.target is not text"),
        ("{{ metrics.availability }}", "metrics.availability is not text"),
        ("{{ metrics }}", "metrics is not text"),
        ("{{ services.database.id }}", "an id cannot be printed"),
        ("{{ services.database.id | text }}", "the filter text spells facts of the agreement, not database"),
        ("{{ metrics.availability.target | percent }}", "the filter percent cannot spell target"),
        ("{{ title | percent }}", "the filter percent cannot spell prose"),
        ("{{ version | named }}", "version names nothing that could be looked up"),
        ("{{ (version | follow).fee }}", "version names nothing that could be followed"),
        ('{% for x in metrics | given("colour") %}x{% endfor %}', "there is no colour in metrics"),
        ("{{ title | upper }}", "No filter named 'upper'"),
        ("{% if chosen %}{{ chosen }}{% endif %}", "cannot be printed"),
        ("{{ 7 }}", "cannot be printed"),
        ('{{ "7" | percent }}', "the filter percent spells facts of the agreement, not 7"),
        ("{{ metrics", "unexpected end of template"),
    ],
)
def test_a_mistake_of_the_author_is_named(source: str, message: str) -> None:
    assert message in fault(source)


def test_the_author_is_told_even_where_the_thing_is_absent() -> None:
    assert "there is no colour in credits.terms" in fault("{{ credits.terms.colour | share }}", EMPTY)
    assert "there is no colour in services.database" in fault("{{ services.database.colour }}", EMPTY)
    assert "there is no colour in metrics.availability.service" in fault(
        "{{ (metrics.availability.service | follow).colour }}", EMPTY
    )


def test_prose_in_other_languages_only_is_a_blank() -> None:
    german = agreement(title=Prose((("de", "Vertrag"),)))
    (blank,) = line("{{ title }}", german)
    assert isinstance(blank, Blank)
    assert blank.field == "title"


def test_the_id_of_an_absent_thing_equals_no_id() -> None:
    assert said('{% if services.database.id == "database" %}yes{% else %}no{% endif %}', EMPTY) == "no"


def test_a_choice_prints_its_noun() -> None:
    facts = agreement(law=Choice("law", "new_york"))
    assert said("{{ law | noun }}", facts) == "the State of New York"
