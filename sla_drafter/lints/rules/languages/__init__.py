"""Whether everything is said in the language of the paper."""
