"""Spark: the same reading and the same claims as on one machine, spread over many.

>>> from kg.spark import units_of
>>> units_of(["no/such/file"])
[]
"""

from __future__ import annotations

from kg.spark.running import Ran, extract_on_spark
from kg.spark.units import Unit, units_of

__all__ = ["Ran", "Unit", "extract_on_spark", "units_of"]
