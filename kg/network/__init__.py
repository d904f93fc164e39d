"""The picture as a networkx graph, and as one HTML page to look at.

>>> from kg.network import Filters
>>> Filters(kinds=("call",)).describe()
'kinds call'
"""

from kg.network.filters import Filters
from kg.network.graph import officials_view, states_view, to_networkx
from kg.network.notebook import Inline
from kg.network.page import MAX_NODES, Report, page, render

__all__ = [
    "MAX_NODES",
    "Filters",
    "Inline",
    "Report",
    "officials_view",
    "page",
    "render",
    "states_view",
    "to_networkx",
]
