"""Facts become numbers: bands of credits and what follows from them, exact."""
