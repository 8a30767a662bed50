"""Dates, opening hours, weekly windows, yearly periods and time zones as they stand in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sla_drafter.language.distance import nearest
from sla_drafter.language.patterns import compiled
from sla_drafter.model.scalars import DayOfYear, OpeningSpan, Week, WeeklyWindow, YearlyPeriod
from sla_drafter.readers.agreement_file.refused import Refused, not_a

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ALWAYS = Week((OpeningSpan(0, 6, 0, 1440),))
_SHORT = tuple(day[:3] for day in DAYS)
_LEAP_YEAR = 2000
_ISO = compiled(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHES = compiled(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_DAY_MONTH = compiled(r"([0-9]{1,2})(?:st|nd|rd|th|\.)? ([A-Za-z]+)(?: ([0-9]{4}))?")
_MONTH_DAY = compiled(r"([A-Za-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?")
_SPAN = compiled(r"([A-Za-z]+)(?:-([A-Za-z]+))? ([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})")
_CLOCK = compiled(r"([01][0-9]|2[0-3]):([0-5][0-9])|24:00")
_HOUR = r"([0-9]{1,2})(?:[:.h]([0-9]{2}))? ?(am|pm)?"
_LOOSE_SPAN = compiled(rf"([A-Za-z]+)(?: ?(?:-|–|to) ?([A-Za-z]+))?,? {_HOUR} ?(?:-|–|to) ?{_HOUR}", re.IGNORECASE)


def day(words: str) -> date:
    """`2027-01-01`: year, month, day."""
    found = _ISO.fullmatch(words)
    if found:
        year, month, number = map(int, found.groups())
        right = f"{year:04}-{month:02}-{number:02}"
        if not _exists(year, month, number):
            raise Refused(f'"{words}" is a day that no calendar has. Write a date such as 2027-02-28.')
        if right != words:
            raise not_a("a date", words, right)
        return date(year, month, number)
    readings = tuple(_readings(words))
    if len(readings) > 1:
        both = " or ".join(f"{_in_words(each)} ({each})" for each in readings)
        raise Refused(f'"{words}" can be read as {both}. Write the one that is meant, year first.')
    raise not_a("a date", words, str(readings[0]) if readings else "", example="2027-01-31")


def _exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def _readings(words: str) -> Iterator[date]:
    found = _SLASHES.fullmatch(words)
    if found:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        for month, number in dict.fromkeys(((second, first), (first, second))):
            if _exists(year, month, number):
                yield date(year, month, number)
    for pattern, at_day, at_month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        spelled = pattern.fullmatch(words)
        month = _month(spelled[at_month]) if spelled else 0
        if spelled and spelled[3] and month and _exists(int(spelled[3]), month, int(spelled[at_day])):
            yield date(int(spelled[3]), month, int(spelled[at_day]))


def _in_words(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _month(words: str) -> int:
    """The number of a month from its name or its first three letters; 0 for no month."""
    names = [month for month in MONTHS if words and words.capitalize() in (month, month[:3])]
    return MONTHS.index(names[0]) + 1 if names else 0


def day_words(value: date) -> str:
    """`2027-01-01`."""
    return value.isoformat()


def week(words: str) -> Week:
    """`24x7`, or days and times with commas between: `Mon-Fri 08:00-18:00, Sat 09:00-13:00`."""
    if words == "24x7":
        return ALWAYS
    if re.fullmatch(r"24 ?[x×/] ?7|always|round the clock", words, re.IGNORECASE):
        raise not_a("a week of opening hours", words, "24x7")
    whole = _right_span(words)
    if "," in words and whole:
        raise not_a("opening hours", words, whole)
    spans = tuple(_span(part.strip(), words) for part in words.split(","))
    open_until: dict[int, list[OpeningSpan]] = {}
    for span in spans:
        for number in range(span.first_day, span.last_day + 1):
            for other in open_until.setdefault(number, []):
                if span.opens < other.closes and other.opens < span.closes:
                    raise Refused(f'"{words}" opens twice at the same time on {DAYS[number]}. Keep one of the two.')
            open_until[number].append(span)
    return Week(spans)


def _span(part: str, whole: str) -> OpeningSpan:
    found = _SPAN.fullmatch(part)
    first = _weekday(found[1]) if found else None
    last = _weekday(found[2]) if found and found[2] else first
    if found is None or first is None or last is None:
        right = _right_span(part)
        raise not_a("opening hours", part, whole.replace(part, right) if right else "", "Mon-Fri 08:00-18:00")
    if last < first:
        raise Refused(f'"{part}" ends before it starts: a week starts on Monday. Write the days in two parts.')
    opens, closes = _minute(found[3], part), _minute(found[4], part)
    if closes <= opens:
        raise Refused(f'"{part}" closes before it opens. Write the hours up to 24:00 and those of the next day apart.')
    return OpeningSpan(first, last, opens, closes)


def _right_span(part: str) -> str:
    found = _LOOSE_SPAN.fullmatch(part)
    if not found:
        return ""
    days = [_near_day(name) for name in (found[1], found[2]) if name]
    times = [_clock(*found.groups()[2:5]), _clock(*found.groups()[5:8])]
    return f"{'-'.join(days)} {'-'.join(times)}" if all((*days, *times)) else ""


def _near_day(name: str) -> str:
    begins = [day for day in DAYS if len(name) > 1 and day.startswith(name.capitalize())]
    near = begins if len(begins) == 1 else nearest(name, DAYS, limit=1)
    number = _weekday(name.capitalize())
    return _SHORT[number] if number is not None else near[0][:3] if near else ""


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour) % 12 + (12 if (half or "").lower() == "pm" else 0) if half else int(hour)
    return f"{number:02}:{minute or '00'}" if number <= 24 else ""


def _weekday(name: str) -> int | None:
    """Monday is 0; full names and their first three letters."""
    names = _SHORT if name in _SHORT else DAYS
    return names.index(name) if name in names else None


def _minute(words: str, whole: str) -> int:
    if not _CLOCK.fullmatch(words):
        raise Refused(f'{words} in "{whole}" is not a time of day. Times run from 00:00 to 24:00.')
    return int(words[:2]) * 60 + int(words[3:])


def week_words(value: Week) -> str:
    """`24x7`, `Mon-Fri 08:00-18:00, Sat 09:00-13:00`."""
    return "24x7" if value.is_always else ", ".join(map(_span_words, value.spans))


def _span_words(span: OpeningSpan) -> str:
    days = _SHORT[span.first_day] + (f"-{_SHORT[span.last_day]}" if span.last_day != span.first_day else "")
    return f"{days} {_times(span.opens, span.closes)}"


def _times(opens: int, closes: int) -> str:
    return f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def weekly_window(words: str) -> WeeklyWindow:
    """`Sunday 04:00-06:00`."""
    span = _span(words, words)
    if span.first_day != span.last_day:
        raise Refused(
            f'"{words}" is more than one day. A weekly window is on one day: {DAYS[span.last_day]} 04:00-06:00.'
        )
    return WeeklyWindow(span.first_day, span.opens, span.closes)


def weekly_window_words(value: WeeklyWindow) -> str:
    """`Sunday 04:00-06:00`."""
    return f"{DAYS[value.weekday]} {_times(value.opens, value.closes)}"


def yearly_period(words: str) -> YearlyPeriod:
    """`20 November to 31 December`; it may run over the end of the year."""
    first, to, last = words.partition(" to ")
    if not to:
        first, to, last = re.sub(r" ?[–-] ?", " - ", words).partition(" - ")
        both = [_day_of_year(part) for part in (first, last)]
        right = " to ".join(f"{each.day} {MONTHS[each.month - 1]}" for each in both if each) if all(both) else ""
        raise not_a("a period of every year", words, right, example="20 November to 31 December")
    days = _day_of_year(first), _day_of_year(last)
    if days[0] is None or days[1] is None:
        raise not_a("a period of every year", words, example="20 November to 31 December")
    period = YearlyPeriod(days[0], days[1])
    if yearly_period_words(period) != words:
        raise not_a("a period of every year", words, yearly_period_words(period))
    return period


def _day_of_year(words: str) -> DayOfYear | None:
    for pattern, at_day, at_month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.fullmatch(words.strip())
        month = _month(found[at_month]) if found else 0
        if found and month and not found[3] and _exists(_LEAP_YEAR, month, int(found[at_day])):
            return DayOfYear(month, int(found[at_day]))
    return None


def yearly_period_words(value: YearlyPeriod) -> str:
    """`20 November to 31 December`."""
    return " to ".join(f"{each.day} {MONTHS[each.month - 1]}" for each in (value.first, value.last))
