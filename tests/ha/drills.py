"""What is done to the city while people hand in, and how long nobody got an acknowledgement."""

import json
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from hosts import WEB_PORT, wait_for

CALM = 3  # seconds of work before each injury


class Load:
    """The people, as a process in the proxy's namespace; reads what they were told."""

    def __init__(self, city):
        self.acknowledged, self.refused, self.unknown = [], [], []
        self.process = subprocess.Popen(
            ["ip", "netns", "exec", city.front, "nice", "-n", "5", "python3", str(Path(__file__).with_name("load.py")), str(WEB_PORT)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        wait_for("the first acknowledged dossiers", lambda: len(self.acknowledged) > 20, 30)

    def _read(self):
        for line in self.process.stdout:
            told = json.loads(line)
            (self.acknowledged if "code" in told else self.refused if "refused" in told else self.unknown).append(told)

    def since(self, moment):
        return [told["at"] for told in list(self.acknowledged) if told["at"] >= moment]

    def end(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                self.process.wait(120)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)
        self.reader.join(10)

    def abandon(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)


@dataclass
class Result:
    name: str
    silence: float
    slowest: float
    note: str = ""
    problems: list = field(default_factory=list)


def longest_silence(load, began, ended):
    moments = [began, *load.since(began), ended]
    return max(later - earlier for earlier, later in zip(moments, moments[1:]))


def drill(city, load, say, name, hurt, heal, watch=30, note=""):
    """Hurts, watches at least until work flows again, heals, waits until everything is whole."""
    time.sleep(CALM)
    say(f"{name} ...")
    began = time.time()
    more = hurt() or ""
    problems = []
    # Work flows again when acknowledgements came in each of the last five seconds; watched to the end, as a second gap may follow.
    time.sleep(watch)
    try:
        wait_for("acknowledged writes", lambda: len({int(at) for at in load.since(time.time() - 6)}) >= 5, 90)
    except TimeoutError as late:
        problems.append(str(late))
    heal()
    try:
        wait_for("everything whole again", lambda: city.is_whole() and all(host.is_ready() for host in city.hosts), 120, every=1)
    except TimeoutError as late:
        problems.append(str(late))
    whole = time.time()
    time.sleep(2)
    ended = time.time()
    slowest = max((told["at"] - told["began"] for told in load.acknowledged if told["at"] >= began), default=0)
    result = Result(name, longest_silence(load, began, ended), slowest, " ".join(filter(None, [note, more, f"whole after {whole - began:.0f} s"])), problems)
    say(f"{name}: longest silence {result.silence:.1f} s, slowest dossier {slowest:.1f} s; {result.note} {problems or ''}")
    return result


def kill_leader(city, load, say):
    leader = city.leader()

    def heal():
        leader.patroni.start()

    def hurt():
        leader.kill_database()
        return f"{leader.name} led,"

    return drill(city, load, say, "the leader's PostgreSQL and Patroni killed (-9)", hurt, heal)


def cut_leader(city, load, say):
    leader = city.leader()

    def hurt():
        leader.cut()
        return f"{leader.name} led,"

    return drill(city, load, say, "the leader's host cut off", hurt, leader.mend)


def cut_and_mend_quickly(city, load, say):
    leader = city.leader()

    def hurt():
        leader.cut()
        time.sleep(8)
        leader.mend()

    return drill(city, load, say, "the leader's host cut off for 8 s", hurt, lambda: None, watch=20)


def kill_node(city, load, say):
    node = city.hosts[1].node
    return drill(city, load, say, "one node killed (-9), started again by its supervisor", lambda: node.send(signal.SIGKILL), lambda: None, watch=10)


def freeze_node(city, load, say):
    node = city.hosts[2].node
    return drill(city, load, say, "one node frozen for 20 s", lambda: node.send(signal.SIGSTOP), lambda: node.send(signal.SIGCONT), watch=20)


def freeze_leader(city, load, say):
    leader = city.leader()

    def hurt():
        leader.freeze_database(signal.SIGSTOP)
        return f"{leader.name} led,"

    return drill(city, load, say, "the leader's PostgreSQL and Patroni frozen for 30 s", hurt, lambda: leader.freeze_database(signal.SIGCONT))


def switch_over(city, load, say):
    leader = city.leader()

    def hurt():
        next_one = next(name for name, member in city.members().items() if member["role"] == "sync_standby")
        city.patronictl("switchover", "--master", leader.name, "--candidate", next_one, "--force", "minhbach")
        return f"{leader.name} to {next_one},"

    return drill(city, load, say, "switched over by hand, as for an upgrade", hurt, lambda: None, watch=15)


def freeze_followers(city, load, say):
    """No follower has the write: nobody may be told that it is safe, however long it takes."""
    name = "both followers frozen for 45 s: nothing may be acknowledged"
    time.sleep(CALM)
    leader = city.leader()
    followers = [host for host in city.hosts if host is not leader]
    say(f"{name} ...")
    for host in followers:
        host.freeze_database(signal.SIGSTOP)
    time.sleep(2)
    frozen, problems = time.time(), []
    time.sleep(43)
    told = [told for told in list(load.acknowledged) if told["at"] >= frozen]
    thawed = time.time()
    for host in followers:
        host.freeze_database(signal.SIGCONT)
    if told:
        problems.append(f"{len(told)} dossiers were acknowledged that lay on one disk only, such as {told[0]['code']}")
    try:
        wait_for("acknowledged writes", lambda: load.since(thawed), 90)
        back = load.since(thawed)[0] - thawed
        wait_for("everything whole again", lambda: city.is_whole() and all(host.is_ready() for host in city.hosts), 120, every=1)
    except TimeoutError as late:
        back = time.time() - thawed
        problems.append(str(late))
    time.sleep(2)
    slowest = max((told["at"] - told["began"] for told in load.acknowledged if told["at"] >= frozen), default=0)
    result = Result(name, back, slowest, f"{len(told)} acknowledged; the figure counts from the thaw", problems)
    say(f"{name}: {len(told)} acknowledged, back {back:.1f} s after the thaw {problems or ''}")
    return result


ALL = [switch_over, kill_leader, cut_leader, cut_and_mend_quickly, freeze_leader, freeze_followers, kill_node, freeze_node]
