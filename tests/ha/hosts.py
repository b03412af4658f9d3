"""Three hosts and the proxy in front of them: network namespaces on this machine, with what deploy/ says inside."""

import json
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
POSTGRES_BIN = "/usr/lib/postgresql/15/bin"
FRONT_ADDRESS = "10.77.0.10"
WEB_PORT = 8080
DATABASE = "Host=127.0.0.1;Port=6432;Database=minhbach;Username=minhbach;Timeout=5;KeepAlive=5"


def quiet(*command, check=True, timeout=60, **more):
    return subprocess.run([str(part) for part in command], check=check, timeout=timeout, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def wait_for(what, ready, seconds, every=0.5):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            answer = ready()
        except (OSError, ValueError, KeyError, subprocess.SubprocessError):
            answer = None
        if answer:
            return answer
        time.sleep(every)
    raise TimeoutError(f"{what}: not within {seconds} s")


def as_user(name):
    who = pwd.getpwnam(name)
    return ["setpriv", "--reuid", str(who.pw_uid), "--regid", str(who.pw_gid), "--init-groups"]


class Service:
    """A program in a namespace, started again two seconds after it ended, as systemd does with Restart=always."""

    def __init__(self, name, space, user, command, log, environment=None):
        self.name, self.space, self.user, self.command, self.log = name, space, user, command, log
        self.environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/nonexistent", **(environment or {})}
        self.process, self.wanted, self.watcher = None, False, None

    def start(self):
        self.wanted = True
        self.watcher = threading.Thread(target=self._keep, daemon=True)
        self.watcher.start()

    def _keep(self):
        while self.wanted:
            with open(self.log, "ab") as log:
                self.process = subprocess.Popen(
                    ["ip", "netns", "exec", self.space, *as_user(self.user), "nice", "-n", "5", *map(str, self.command)],
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment, cwd="/")
            self.process.wait()
            for _ in range(20):
                if not self.wanted:
                    return
                time.sleep(0.1)

    def send(self, number):
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)

    def stop(self, number=signal.SIGTERM, seconds=15):
        self.wanted = False
        self.send(number)
        if self.process:
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)
        if self.watcher:
            self.watcher.join(10)


class Host:
    """One of the three."""

    def __init__(self, city, number):
        self.city, self.number = city, number
        self.name, self.address = f"mb{number}", f"10.77.0.{number}"
        self.space = f"{city.tag}-{self.name}"
        self.folder = city.folder / self.name
        self.port = f"p{number}"

    def lay_out(self):
        self.folder.mkdir()
        os.chmod(self.folder, 0o755)
        for part, user in (("postgres", "postgres"), ("etcd", "etcd")):
            (self.folder / part).mkdir(mode=0o700)
            shutil.chown(self.folder / part, user, user)
        settings = self.folder / "cluster.env"
        archive = self.city.folder / "archive"
        values = {
            **self.city.secrets, "NAME": self.name, "ADDRESS": self.address,
            **{f"NAME{n}": f"mb{n}" for n in (1, 2, 3)}, **{f"ADDRESS{n}": f"10.77.0.{n}" for n in (1, 2, 3)},
            "WEB_BIND": f":{WEB_PORT}", "POSTGRES_BIN": POSTGRES_BIN, "POSTGRES_DATA": self.folder / "postgres/data",
            "POSTGRES_SOCKETS": self.folder / "postgres", "WATCHDOG": "off",
            "ARCHIVE_COMMAND": f"test -f {archive}/%f || (cp %p {archive}/%f.part && mv {archive}/%f.part {archive}/%f)",
            "RESTORE_COMMAND": f"cp {archive}/%f %p",
        }
        settings.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
        os.chmod(settings, 0o600)
        for template in ("postgres/patroni.yml", "postgres/database.sql", "etcd/etcd.env", "haproxy/10-postgres.cfg", "haproxy/20-web.cfg"):
            place = self.folder / Path(template).name
            place.write_text(quiet(DEPLOY / "fill", settings, DEPLOY / template).stdout)
        for name in ("patroni.yml", "database.sql"):
            os.chmod(self.folder / name, 0o600)
            shutil.chown(self.folder / name, "postgres", "postgres")
        passwords = self.folder / "pgpass"
        passwords.write_text(f"127.0.0.1:6432:minhbach:minhbach:{self.city.secrets['MINHBACH_PASSWORD']}\n")
        os.chmod(passwords, 0o600)
        shutil.chown(passwords, "nobody", "nogroup")
        environment = dict(line.split("=", 1) for line in (self.folder / "etcd.env").read_text().splitlines() if line and line[0] != "#")
        # Of the whole file only the folder is another: nothing outside this test's own is touched.
        environment["ETCD_DATA_DIR"] = str(self.folder / "etcd/data")
        logs = self.city.logs
        self.etcd = Service("etcd", self.space, "etcd", ["etcd"], logs / f"{self.name}-etcd.log", environment)
        self.patroni = Service("patroni", self.space, "postgres", ["/usr/bin/patroni", self.folder / "patroni.yml"], logs / f"{self.name}-patroni.log")
        self.haproxy = Service("haproxy", self.space, "haproxy",
                               ["haproxy", "-db", "-f", DEPLOY / "haproxy/00-common.cfg", "-f", self.folder / "10-postgres.cfg"],
                               logs / f"{self.name}-haproxy.log")
        self.node = Service("minhbach", self.space, "nobody", [
            *self.city.program, "--data", self.city.folder / "shared", "--demo", "false", "--urls", f"http://{self.address}:5080",
            "--database", DATABASE], logs / f"{self.name}-minhbach.log",
            {"PGPASSFILE": str(passwords), "ASPNETCORE_FORWARDEDHEADERS_ENABLED": "true", "DOTNET_gcServer": "0", "DOTNET_CLI_TELEMETRY_OPTOUT": "1"})

    @property
    def services(self):
        return [self.node, self.haproxy, self.patroni, self.etcd]

    def run(self, *command, user=None, check=True, timeout=60, environment=None):
        start = ["ip", "netns", "exec", self.space]
        if user:
            start += as_user(user)
        return quiet(*start, *command, check=check, timeout=timeout, env={**os.environ, **(environment or {})}, cwd="/")

    def get(self, path, headers=(), timeout=3):
        more = [part for header in headers for part in ("-H", header)]
        return self.run("curl", "-s", "-m", timeout, "-w", "\n%{http_code}", *more, f"http://{self.address}:5080{path}", check=False, timeout=timeout + 5).stdout

    def is_ready(self):
        return self.get("/health/ready").endswith("\n200")

    def sql(self, text, timeout=60):
        """Asks this host's own PostgreSQL, as its superuser, through the socket."""
        return self.run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder / "postgres", "-d", "minhbach", "-c", text,
                        user="postgres", timeout=timeout).stdout.strip()

    def cut(self):
        quiet("ip", "-n", self.city.front, "link", "set", self.port, "down")

    def mend(self):
        quiet("ip", "-n", self.city.front, "link", "set", self.port, "up")

    def database_pids(self):
        """Patroni and every process of its PostgreSQL: whatever runs as postgres in this namespace."""
        owner = pwd.getpwnam("postgres").pw_uid
        pids = [int(pid) for pid in quiet("ip", "netns", "pids", self.space).stdout.split()]
        return [pid for pid in pids if self._owner(pid) == owner]

    def kill_database(self):
        self.patroni.wanted = False
        for pid in self.database_pids():
            self._send(pid, signal.SIGKILL)

    def freeze_database(self, number):
        for pid in self.database_pids():
            self._send(pid, number)

    @staticmethod
    def _owner(pid):
        try:
            return os.stat(f"/proc/{pid}").st_uid
        except FileNotFoundError:
            return None

    @staticmethod
    def _send(pid, number):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


class City:
    """All of it; a context that leaves nothing behind."""

    def __init__(self, program):
        self.program = program
        self.tag = f"mbha{os.getpid()}"
        self.front = f"{self.tag}-front"
        self.folder = Path(tempfile.mkdtemp(prefix="minhbach-ha-"))
        os.chmod(self.folder, 0o755)
        self.logs = self.folder / "logs"
        self.logs.mkdir()
        os.chmod(self.logs, 0o777)
        names = ("POSTGRES_PASSWORD", "REPLICATION_PASSWORD", "REWIND_PASSWORD", "MINHBACH_PASSWORD", "PATRONI_PASSWORD", "ETCD_TOKEN")
        self.secrets = {name: secrets.token_hex(16) for name in names}
        self.hosts = [Host(self, number) for number in (1, 2, 3)]
        self.web = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for service in [self.web, *(service for host in self.hosts for service in getattr(host, "services", [])[:2])]:
            if service:
                service.send(signal.SIGCONT)
                service.stop()
        for host in self.hosts:
            host.freeze_database(signal.SIGCONT)
            for service in getattr(host, "services", [])[2:]:
                service.stop(seconds=25)
        for space in [host.space for host in self.hosts] + [self.front]:
            # Only what this test started can be in a namespace that it made.
            for pid in quiet("ip", "netns", "pids", space, check=False).stdout.split():
                Host._send(int(pid), signal.SIGKILL)
            quiet("ip", "netns", "del", space, check=False)
        # What was killed a moment ago may still have a file open for writing.
        for _ in range(5):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                break
            time.sleep(1)

    def lay_network(self):
        for space in [self.front] + [host.space for host in self.hosts]:
            quiet("ip", "netns", "add", space)
            quiet("ip", "-n", space, "link", "set", "lo", "up")
        quiet("ip", "-n", self.front, "link", "add", "br0", "type", "bridge")
        quiet("ip", "-n", self.front, "address", "add", f"{FRONT_ADDRESS}/24", "dev", "br0")
        quiet("ip", "-n", self.front, "link", "set", "br0", "up")
        for host in self.hosts:
            quiet("ip", "-n", self.front, "link", "add", host.port, "type", "veth", "peer", "name", "eth0", "netns", host.space)
            quiet("ip", "-n", self.front, "link", "set", host.port, "master", "br0")
            quiet("ip", "-n", self.front, "link", "set", host.port, "up")
            quiet("ip", "-n", host.space, "address", "add", f"{host.address}/24", "dev", "eth0")
            quiet("ip", "-n", host.space, "link", "set", "eth0", "up")

    def raise_all(self, say):
        self.lay_network()
        shared = self.folder / "shared"
        shared.mkdir(mode=0o700)
        shutil.chown(shared, "nobody", "nogroup")
        archive = self.folder / "archive"
        archive.mkdir(mode=0o700)
        shutil.chown(archive, "postgres", "postgres")
        for host in self.hosts:
            host.lay_out()
        for host in self.hosts:
            host.etcd.start()
        wait_for("etcd", lambda: self.hosts[0].run("etcdctl", "--endpoints", "http://10.77.0.1:2379", "endpoint", "health", check=False,
                                                   environment={"ETCDCTL_API": "3"}).returncode == 0, 30)
        say("etcd agrees")
        for host in self.hosts:
            host.patroni.start()
        wait_for("a leader with a synchronous follower", self.is_whole, 120)
        leader = self.leader()
        leader.run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", leader.folder / "postgres", "-d", "postgres", "-f", leader.folder / "database.sql", user="postgres")
        say(f"PostgreSQL runs on three hosts, {leader.name} leads")
        for host in self.hosts:
            host.haproxy.start()
        self.web = Service("haproxy", self.front, "haproxy",
                           ["haproxy", "-db", "-f", DEPLOY / "haproxy/00-common.cfg", "-f", self.hosts[0].folder / "20-web.cfg"],
                           self.logs / "front-haproxy.log")
        self.web.start()
        # All three at once, on an empty database: who comes first makes the schema.
        for host in self.hosts:
            host.node.start()
        wait_for("three nodes", lambda: all(host.is_ready() for host in self.hosts), 90, every=1)
        say("three nodes are ready")

    def members(self, ask=None):
        """What Patroni says of everybody, asked on any host that answers; the host that is cut off is asked last."""
        for host in ask or self.hosts:
            answer = host.run("curl", "-s", "-m", "2", f"http://{host.address}:8008/cluster", check=False, timeout=10)
            if answer.returncode == 0 and answer.stdout:
                return {member["name"]: member for member in json.loads(answer.stdout)["members"]}
        return {}

    def leader(self, ask=None):
        names = [name for name, member in self.members(ask).items() if member["role"] == "leader" and member["state"] == "running"]
        return next((host for host in self.hosts if host.name in names), None)

    def is_whole(self):
        members = self.members()
        return (len(members) == 3 and self.leader() is not None
                and sum(member["role"] == "sync_standby" for member in members.values()) == 1
                and all(member["state"] in ("running", "streaming") and not member.get("lag") for member in members.values()))

    def patronictl(self, *words):
        host = self.hosts[0]
        return host.run("patronictl", "-c", host.folder / "patroni.yml", *words)

    def check(self):
        """minhbach check on whoever leads, through the way that the nodes take."""
        host = self.leader()
        return host.run(*self.program, "check", "--lang", "en", "--data", self.folder / "shared", "--database", DATABASE, user="nobody", check=False,
                        timeout=300, environment={"PGPASSFILE": str(host.folder / "pgpass")})
