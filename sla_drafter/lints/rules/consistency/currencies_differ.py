"""Fees, and what is compared with them, are in different currencies."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Money

RULE = Rule(
    code="CON-17",
    name="currencies_differ",
    severity=Severity.ERROR,
    checks="Where there are credits, the fees of services and packages and the smallest credit have one currency.",
    why="A credit is a share of fees that are added up; two currencies have no sum without a rate and a day.",
    bad="services: {a: {fee: GBP 900 per month}, b: {fee: EUR 400 per month}}",
    good="services: {a: {fee: GBP 900 per month}, b: {fee: GBP 340 per month}}",
    source="Money has a currency (ISO 4217); a sum of two needs a rule of conversion.",
)


def find(context: Context) -> Iterator[Finding]:
    amounts = [*_amounts(context.agreement)] if context.agreement.credits else []
    for path, money in amounts[1:]:
        first, known = amounts[0][0], amounts[0][1].currency
        if money.currency != known:
            yield RULE.finding(
                f"This amount is in {money.currency}, another one in {known}, and nothing says how they are converted.",
                path,
                figures=(("currency", money.currency), ("other currency", known)),
                also=(first,),
                also_notes=("the other currency",),
                mend=f"one currency: {known}",
            )


def _amounts(agreement: Agreement) -> Iterator[tuple[str, Money]]:
    """Every amount that a credit is computed from, with its path."""
    for service in agreement.services:
        if service.fee:
            yield f"services.{service.id}.fee", service.fee.money
    for package in agreement.packages:
        if package.fee:
            yield f"packages.{package.id}.fee", package.fee.money
    terms = agreement.credits.terms if agreement.credits else None
    if terms and terms.minimum:
        yield "credits.terms.minimum", terms.minimum
