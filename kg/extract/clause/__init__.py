"""How a clause stands to the truth, and what it is about: held, hoped for, called off, denied; the topic."""
