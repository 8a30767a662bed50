"""What pyproject.toml cannot say: two top-level folders are packages of sla_drafter as well."""

from setuptools import find_packages, setup

setup(
    packages=[
        *find_packages(include=["sla_drafter*"]),
        "sla_drafter.clause_library",
        "sla_drafter.templates",
    ],
    package_dir={
        "sla_drafter.clause_library": "clause_library",
        "sla_drafter.templates": "templates",
    },
)
