"""How a sentence is worded."""
