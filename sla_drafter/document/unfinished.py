"""What the name of an unfinished file has before its ending: agreement.UNFINISHED.pdf."""

UNFINISHED = ".UNFINISHED"
