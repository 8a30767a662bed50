"""Reads a house style: a name, a folder with `style.yaml` and a Word template, or a Word file of one's own."""

from sla_drafter.readers.house.folder import house_names, load_house

__all__ = ["house_names", "load_house"]
