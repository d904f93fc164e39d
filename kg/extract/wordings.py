"""Words that several rules look for, each set in one place."""

from __future__ import annotations

TIME = frozenset(
    "hour hours minute minutes half-hour day days evening evenings afternoon morning weekend night quarter moment".split()
)
MEALS = frozenset("breakfast lunch luncheon dinner supper tea coffee".split())
# Where people meet beside a gathering
MARGINS = frozenset("margins margin sidelines sideline fringes fringe wings corridors edges".split())
# What comes before something that the text has named, or says not to be: "the pact", "no pact"
NAMED_BEFORE = frozenset("the no any this that".split())
ABOUT = frozenset("about concerning regarding".split())

CALLING = frozenset("call calls called calling".split())
FOLLOWING = frozenset("followed follows follow".split())
HAD = frozenset("had has have".split())
HAVING = HAD | {"having"}
SENDING = frozenset("sent sends dispatched despatched dispatches".split())
RECEIVING = frozenset(
    "receive receives received receiving welcome welcomes welcomed welcoming greet greets greeted host hosts hosted "
    "hosting".split()
)

# Who somebody is to whom he meets, and people without a name or a post
HOSTS = frozenset("host hosts hostess".split())
GUESTS = frozenset(
    "guest guests visitor visitors newcomer newcomers caller callers arrival arrivals traveller travellers".split()
)
PEERS = frozenset("counterpart colleague homologue peer number".split())
PEOPLE = frozenset("man woman lady gentleman leader".split())
