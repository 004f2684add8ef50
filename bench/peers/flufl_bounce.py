"""Drives flufl.bounce, which says who is permanently and who temporarily unreachable."""

import email
import pathlib
import sys
import time

import flufl.bounce

messages = {path.name: path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))}


def decode(message):
    return flufl.bounce.all_failures(email.message_from_bytes(message))


print("name flufl.bounce", flufl.bounce.__version__)
for name, message in messages.items():
    temporary, permanent = decode(message)
    print("read", name, "permanent" if permanent else "temporary" if temporary else "none", "-")
for seconds in (2, 10):
    start, count = time.monotonic(), 0
    while time.monotonic() - start < seconds:
        for message in messages.values():
            decode(message)
            count += 1
    if seconds == 10:
        print("messages %.1f" % (count / (time.monotonic() - start)), flush=True)
