"""Says what is wrong: the engine, the register, and one file for each fault."""
