#!/bin/bash
# Installs MinhBach on a Debian host. It can be run again: settings that are there stay, the program is replaced.
#
#   deploy/install.sh --program DIR [--dry-run]                   one host: the program, its user, its unit
#   deploy/install.sh --program DIR --cluster FILE [--dry-run]    a host of a cluster: etcd, PostgreSQL by Patroni and HAProxy too
#   deploy/install.sh --uninstall [--dry-run]                     takes the program and its unit away; data and settings stay
#
#   --program DIR    the published program: dotnet publish src/MinhBach -c Release -o DIR
#   --cluster FILE   the settings of this host, as in deploy/cluster.env.example
#   --dry-run        only says what would be done
set -euo pipefail

umask 022
here=$(cd "$(dirname "$0")" && pwd)
program='' cluster='' dry='' uninstall=''
fail() { echo "install.sh: $*" >&2; exit 1; }
say() { echo "- $*"; }
# Everything that changes the host goes through do_it.
do_it() { if [ -n "$dry" ]; then echo "  would run: $*"; else "$@"; fi; }

while [ $# -gt 0 ]; do
  case $1 in
    --program) program=${2:-}; [ -n "$program" ] || fail "--program wants a folder"; shift 2 ;;
    --cluster) cluster=${2:-}; [ -n "$cluster" ] || fail "--cluster wants a file"; shift 2 ;;
    --dry-run) dry=1; shift ;;
    --uninstall) uninstall=1; shift ;;
    -h | --help) sed -n '2,/^set /{/^set /d;s/^# \?//p}' "$0"; exit 0 ;;
    *) fail "unknown option $1; see --help" ;;
  esac
done

[ -n "$dry" ] || [ "$(id -u)" = 0 ] || fail "run it as root, or with --dry-run"
grep -qs '^ID=debian' /etc/os-release || grep -qs '^ID_LIKE=.*debian' /etc/os-release || fail "this is not Debian"

if [ -n "$uninstall" ]; then
  say "stop and remove the program"
  do_it systemctl disable --now minhbach.service || true
  do_it rm -rf /etc/systemd/system/minhbach.service /opt/minhbach
  do_it systemctl daemon-reload
  [ -z "$dry" ] || { echo "Nothing was changed."; exit 0; }
  echo "Kept: /etc/minhbach, /var/lib/minhbach, the user minhbach, the database, etcd, Patroni and HAProxy."
  echo "What is kept holds the city's data and keys. Delete it by hand, once nobody needs it."
  exit 0
fi

[ -n "$program" ] || fail "name the published program with --program"
program=$(realpath -e "$program" 2>/dev/null) || fail "no such folder: the one given with --program"
[ -f "$program/minhbach.dll" ] && [ -x "$program/minhbach" ] || fail "$program holds no minhbach; publish it with: dotnet publish src/MinhBach -c Release -o $program"
# A program published with --self-contained brings its runtime.
if ! [ -f "$program/libcoreclr.so" ]; then
  dotnet --list-runtimes 2>/dev/null | grep '^Microsoft.AspNetCore.App 10\.' >/dev/null ||
    fail "the ASP.NET Core 10 runtime is missing: install aspnetcore-runtime-10.0 from packages.microsoft.com, or publish with --self-contained -r linux-x64"
fi

# All templates are filled before anything is touched, so that a forgotten value stops it in time.
filled=
if [ -n "$cluster" ]; then
  [ -f "$cluster" ] && [ -r "$cluster" ] || fail "cannot read $cluster"
  [ "$(stat -c %a "$cluster")" = 600 ] || fail "$cluster holds passwords: chmod 600 it first"
  filled=$(mktemp -d)
  trap 'rm -rf "$filled"' EXIT
  chmod 700 "$filled"
  for template in etcd/etcd.env postgres/patroni.yml postgres/database.sql postgres/pgbackrest.conf haproxy/10-postgres.cfg haproxy/20-web.cfg; do
    "$here/fill" "$cluster" "$here/$template" >"$filled/$(basename "$template")" || fail "$cluster is not complete; nothing was changed"
  done
  value() { grep -m1 "^$1=" "$cluster" | cut -d= -f2-; }
  for name in POSTGRES_PASSWORD REPLICATION_PASSWORD REWIND_PASSWORD MINHBACH_PASSWORD PATRONI_PASSWORD ETCD_TOKEN BACKUP_PASSPHRASE; do
    [[ $(value $name) =~ ^[A-Za-z0-9]{24,}$ ]] || fail "$name in $cluster: 24 letters and figures or more, such as \`openssl rand -hex 24\` makes"
  done
  grep "^ETCD_INITIAL_CLUSTER=" "$filled/etcd.env" | tr '=,' ' \n' | grep -wF "$(value NAME) http://$(value ADDRESS):2380" >/dev/null ||
    fail "$(value NAME) at $(value ADDRESS) is none of the hosts that $cluster names"
  ip -o address show | grep -F " $(value ADDRESS)/" >/dev/null || fail "this host does not have the address $(value ADDRESS) that $cluster gives it"
  if [ -r /etc/minhbach/minhbach.env ] && ! grep -q '^MINHBACH_DATABASE=.' /etc/minhbach/minhbach.env; then
    fail "/etc/minhbach/minhbach.env is that of one host on SQLite and would stay: move it away first"
  fi
fi

put() { # mode owner source target
  if cmp -s "$3" "$4"; then
    say "$4 is as it should be"
  else
    say "write $4 ($1 $2)"
    do_it install -D -m "$1" -o "${2%:*}" -g "${2#*:}" "$3" "$4"
  fi
}
put_once() { # the same, unless somebody has put one there
  if [ -e "$4" ]; then say "$4 stays as it is"; else put "$@"; fi
}

packages=(curl ca-certificates)
[ -z "$cluster" ] || packages+=(etcd-server etcd-client patroni postgresql-15 pgbackrest haproxy)
lacking=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || lacking+=("$package")
done
# .NET ends at once without ICU, whose package has another name in each Debian.
if ! /sbin/ldconfig -p | grep 'libicuuc\.so\.' >/dev/null; then lacking+=('^libicu[0-9]+$'); fi
if [ ${#lacking[@]} -gt 0 ]; then
  say "install ${lacking[*]}"
  # Else postgresql-15 would make a cluster of its own on the port that Patroni's takes.
  if [ -n "$cluster" ]; then do_it mkdir -p /etc/postgresql-common/createcluster.d; fi
  if [ -n "$cluster" ]; then do_it sh -c 'echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/minhbach.conf'; fi
  do_it apt-get update -qq
  do_it env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${lacking[@]}"
fi

if ! getent passwd minhbach >/dev/null; then
  say "add the user minhbach"
  do_it adduser --system --group --home /var/lib/minhbach --no-create-home --shell /usr/sbin/nologin minhbach
fi
do_it install -d -m 755 /etc/minhbach /opt/minhbach

say "put the program into /opt/minhbach/program"
do_it rm -rf /opt/minhbach/program.new
do_it cp -r --no-preserve=ownership,mode "$program" /opt/minhbach/program.new
do_it chmod 755 /opt/minhbach/program.new/minhbach
# Not earlier: whoever wants the one before this back names it with --program.
do_it rm -rf /opt/minhbach/program.old
if [ -d /opt/minhbach/program ]; then do_it mv /opt/minhbach/program /opt/minhbach/program.old; fi
do_it mv /opt/minhbach/program.new /opt/minhbach/program

settings=$here/minhbach.env.example
if [ -n "$cluster" ]; then
  settings=$filled/minhbach.env
  sed -e "s|127.0.0.1:5080|$(value ADDRESS):5080|" -e "s|^MINHBACH_DATABASE=.*|MINHBACH_DATABASE=--database Host=127.0.0.1;Port=6432;Database=minhbach;Username=minhbach;Timeout=5|" \
    -e 's|^\(ASPNETCORE_FORWARDEDHEADERS_ENABLED=\).*|\1true|' "$here/minhbach.env.example" >"$settings"
  echo "127.0.0.1:6432:minhbach:minhbach:$(value MINHBACH_PASSWORD)" >"$filled/pgpass"
  if [ -n "$dry" ] && ! getent passwd minhbach >/dev/null; then say "write /etc/minhbach/pgpass (0600 minhbach)"; else put 600 minhbach:minhbach "$filled/pgpass" /etc/minhbach/pgpass; fi
fi
put_once 600 root:root "$settings" /etc/minhbach/minhbach.env
put 644 root:root "$here/minhbach.service" /etc/systemd/system/minhbach.service
put 644 root:root "$here/README.md" /opt/minhbach/deploy/README.md

if [ -n "$cluster" ]; then
  put 644 root:root "$filled/etcd.env" /etc/default/etcd
  owner=postgres:postgres
  if [ -n "$dry" ] && ! getent passwd postgres >/dev/null; then owner=root:root; fi
  put 600 $owner "$filled/patroni.yml" /etc/patroni/config.yml
  put 600 $owner "$filled/pgbackrest.conf" /etc/pgbackrest.conf
  # It is wanted once; where PostgreSQL has its data already it would only lie about with its password.
  [ -e "$(value POSTGRES_DATA)" ] || put 600 $owner "$filled/database.sql" /etc/minhbach/database.sql
  put 644 root:root "$here/haproxy/00-common.cfg" /etc/haproxy/minhbach/00-common.cfg
  put 644 root:root "$filled/10-postgres.cfg" /etc/haproxy/minhbach/10-postgres.cfg
  put 644 root:root "$filled/20-web.cfg" /etc/haproxy/minhbach/20-web.cfg
  # Debian's unit reads the folder instead of its one file.
  printf '[Service]\nEnvironment=CONFIG=/etc/haproxy/minhbach\n' >"$filled/haproxy.conf"
  put 644 root:root "$filled/haproxy.conf" /etc/systemd/system/haproxy.service.d/minhbach.conf
fi

say "tell systemd"
do_it systemctl daemon-reload
do_it systemctl enable minhbach.service
if [ -n "$dry" ]; then
  echo "Nothing was changed."
elif systemctl is-active --quiet minhbach.service; then
  echo "Installed. The program from before still runs: systemctl restart minhbach"
else
  echo "Installed. What comes next stands in $here/README.md."
fi
