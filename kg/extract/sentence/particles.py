"""Verbs that mean something else with a particle: what is called off, put off or ruled out."""

from __future__ import annotations

from kg.extract.sentence.tree import Tree, Word

# The class of triggers.tsv to which the verb belongs with the particle
PARTICLES = {("call", "off"): "drop", ("called", "off"): "drop", ("broken", "off"): "stop", ("broke", "off"): "stop",
              ("break", "off"): "stop", ("put", "off"): "delay", ("putting", "off"): "delay", ("pushed", "back"): "delay",
              ("push", "back"): "delay", ("put", "back"): "delay", ("pulled", "out"): "drop", ("pull", "out"): "drop",
              ("ruled", "out"): "bar", ("turned", "down"): "bar", ("given", "up"): "drop", ("gave", "up"): "drop",
              ("calling", "off"): "drop", ("pulling", "out"): "drop", ("stood", "up"): "drop",
              ("backed", "out"): "drop", ("backing", "out"): "drop", ("back", "out"): "drop", ("bowed", "out"): "drop",
              ("struck", "off"): "drop", ("strike", "off"): "drop", ("written", "off"): "drop", ("fell", "away"): "drop",
              ("fell", "through"): "drop", ("fall", "through"): "drop", ("fallen", "through"): "drop"}  # fmt: skip


def with_particle(tree: Tree, verb: Word) -> str:
    """The class that a verb has with its particle: "call off" drops, "turn down" bars; "" where it has none."""
    particle = next((w.lower for w in tree.children(verb, "prt")), "")
    return PARTICLES.get((verb.lower, particle), "")
