"""The nouns of the deal and of the clause library: what was agreed, without a word of prose but the user's own."""
