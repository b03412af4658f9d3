#!/usr/bin/env python3
"""People who hand in dossiers through the proxy, each from an address of their own, and send the same again until it is
acknowledged. Every acknowledgement is a line on standard output; it stops when its input is closed."""

import http.client
import json
import sys
import threading
import time

WORKERS = 8
PAUSE = 0.2  # seconds between two dossiers of one worker
LAST_TRY = 60  # seconds that a dossier is still sent again after the end
MOST = 2000  # dossiers of one worker
AGENCIES = ["00004", "00008", "00025", "00070", "00082", "00091", "00097", "00103"]

ended = threading.Event()
writing = threading.Lock()


def tell(**line):
    with writing:
        print(json.dumps(line, ensure_ascii=False), flush=True)


def dossier(key, agency):
    return json.dumps({
        "procedure": "2.000908", "agency": agency, "applicant": {"name": key},
        "answers": {"document": "Bằng tốt nghiệp", "holder": key, "relation": "Chính người đó", "copies": "1"},
    }, ensure_ascii=False).encode()


def send(port, source, key, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=8, source_address=(source, 0))
    try:
        connection.request("POST", "/api/v1/dossiers", body, {"Content-Type": "application/json", "Idempotency-Key": key})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as failure:
        return 0, type(failure).__name__
    finally:
        connection.close()


def hand_in(port, source, key, agency):
    body, began, tries, failures = dossier(key, agency), time.time(), 0, {}
    give_up = None
    while True:
        tries += 1
        status, text = send(port, source, key, body)
        now = time.time()
        if status == 201:
            told = json.loads(text)
            tell(key=key, code=told["code"], secret=told["trackingSecret"], began=began, at=now, tries=tries, failures=failures)
            return
        name = str(status) if status else text
        failures[name] = failures.get(name, 0) + 1
        if status in (400, 409, 422):
            tell(key=key, refused=status, text=text[:300], at=now)
            return
        if ended.is_set():
            give_up = give_up or now + LAST_TRY
            if now > give_up:
                tell(key=key, unknown=True, failures=failures, at=now)
                return
        time.sleep(0.5)


def work(port, number):
    for count in range(MOST):
        if ended.is_set():
            return
        # 127/8 is all loopback: each dossier comes from a citizen with an address of their own.
        source = f"127.{10 + number}.{1 + count // 250}.{1 + count % 250}"
        hand_in(port, source, f"applicant-{number}-{count}", AGENCIES[number % len(AGENCIES)])
        time.sleep(PAUSE)


def main():
    port = int(sys.argv[1])
    workers = [threading.Thread(target=work, args=(port, number)) for number in range(WORKERS)]
    for worker in workers:
        worker.start()
    sys.stdin.read()
    ended.set()
    for worker in workers:
        worker.join(LAST_TRY + 30)


main()
