"""Runs trafilatura over pages: one path a line in, one JSON object {"file", "text", "cpu_ms"} a line out.

Arguments: how often each page is read; the least CPU time of them counts. The page is given as bytes, as a crawler has it.
"""

import json
import sys
import time

from trafilatura import extract

runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
for line in sys.stdin:
    file = line.rstrip("\n")
    with open(file, "rb") as page:
        html = page.read()
    times = []
    text = ""
    for _ in range(runs):
        began = time.process_time()
        try:
            # Readers' comments are no part of the truths.
            text = extract(html, include_comments=False) or ""
        except Exception as error:  # a peer that fails has found nothing
            print(f"{file}: {error}", file=sys.stderr)
        times.append((time.process_time() - began) * 1000)
    print(json.dumps({"file": file, "text": text, "cpu_ms": min(times)}), flush=True)
