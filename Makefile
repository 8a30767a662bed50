# Shortcuts for a machine that has make; the two commands of the README need only a shell.
.PHONY: test example bench

test:
	sh tests/run.sh

example:
	sh docs/example.sh

bench:
	sh tests/bench/run.sh
