"""Rules about governance: people, duties, parts of a team, and how they are kept together."""
