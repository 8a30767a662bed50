"""Measured facts from CSV, JSON and Parquet files: outages, maintenance, tickets, requests and observations."""

from sla_drafter.readers.measurements.read import Read, read_measurements, without_collection

__all__ = ["Read", "read_measurements", "without_collection"]
