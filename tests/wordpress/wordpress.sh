#!/usr/bin/env bash
# A real WordPress of Debian's packages to compare with: one site, filled with a student newspaper.
#   wordpress.sh start           packages, database, installation and content, whichever is missing
#   wordpress.sh serve           the site's pages and REST interface on 127.0.0.1:$MIGRATOR_WORDPRESS_PORT
#   wordpress.sh export FILE     WordPress's own export of everything
#   wordpress.sh truth FILE      what WordPress makes of each post, as JSON
#   wordpress.sh edit ID TITLE MOMENT   another title for a post, changed at this moment; prints what it had before
#   wordpress.sh comment POST ID TEXT   another text for a comment; prints what it said, or the number of a new one (ID 0)
#   wordpress.sh render MODE     one JSON string a line from standard input, the rendered one a line to standard output
#   wordpress.sh stop | forget   end its processes | and remove all that was made
# Everything made is below $MIGRATOR_WORDPRESS_STATE; nothing but the package step needs root.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
STATE=${MIGRATOR_WORDPRESS_STATE:-${TMPDIR:-/var/tmp}/migrator-wordpress}
PORT=${MIGRATOR_WORDPRESS_PORT:-8089}
SOCKET=$STATE/mariadb.sock
export MIGRATOR_WORDPRESS_STATE=$STATE MIGRATOR_WORDPRESS_SOCKET=$SOCKET

# WordPress's dependencies "apache2 | httpd" and "libapache2-mod-php | php" are met with the least: micro-httpd, php-cgi.
PACKAGES=(wget php-cli php-gd php-mbstring php-xml php-mysql mariadb-server-core mariadb-client-core
  wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree)
SATISFIERS=(micro-httpd php php-cgi)

main() {
  mkdir -p "$STATE"
  case "${1:-}" in
    start) locked start ;;
    serve) locked start && serve ;;
    export | truth | edit | comment | render) run_php "$1.php" "${@:2}" ;;
    stop) stop ;;
    forget) stop && rm -rf -- "$STATE" ;;
    *) sed -n '2,11s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
}

# Two test runs may start the site at the same moment.
locked() { (flock 9 && "$@") 9>"$STATE/lock"; }

start() {
  install_packages
  start_database
  fill_site
}

install_packages() {
  local missing=()
  for package in "${PACKAGES[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  case " ${missing[*]} " in *" wordpress "*) missing+=("${SATISFIERS[@]}") ;; esac
  logged packages install_quietly "${missing[@]}"
}

# No service is to start: exit code 101 is how a policy forbids it (Debian's invoke-rc.d).
install_quietly() {
  local policy=/usr/sbin/policy-rc.d made=no status=0
  [ -e $policy ] || { made=yes && printf '#!/bin/sh\nexit 101\n' | as_root tee $policy && as_root chmod +x $policy; }
  # Package lists may be missing or out of date.
  apt_install "$@" || { as_root apt-get update -qq && apt_install "$@"; } || status=$?
  [ $made = no ] || as_root rm -f $policy
  return $status
}

apt_install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

start_database() {
  ! is_running mariadb || return 0
  local user data=$STATE/mariadb
  user=$(id -un)
  [ -d "$data/mysql" ] || logged mariadb-install mariadb-install-db --no-defaults --user="$user" --datadir="$data" \
    --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve
  rm -f "$SOCKET"
  # A database to throw away: nothing waits for the disk.
  in_background mariadb mariadbd --no-defaults --user="$user" --datadir="$data" --socket="$SOCKET" --skip-networking \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --innodb-buffer-pool-size=64M \
    --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --innodb-flush-method=nosync --performance-schema=0
  wait_for sql 'SELECT 1' || { cat "$STATE/mariadb.log" >&2 && return 1; }
}

# The site is made anew whenever one of the files that make it has changed.
fill_site() {
  local content
  content="$HERE $(cd "$HERE" && find php content -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)"
  [ "$content" != "$(cat "$STATE/filled" 2>/dev/null)" ] || return 0
  rm -rf -- "$STATE/filled" "$STATE/wp-content"
  sql 'DROP DATABASE IF EXISTS wordpress; CREATE DATABASE wordpress'
  mkdir -p "$STATE/wp-content/mu-plugins" "$STATE/wp-content/uploads" "$STATE/wp-content/plugins"
  ln -s "$HERE/php/newspaper.php" "$HERE/php/appearance.php" "$STATE/wp-content/mu-plugins/"
  ln -s /usr/share/wordpress/wp-content/themes "$STATE/wp-content/themes"
  logged install run_php install.php
  logged seed run_php seed.php "$HERE/content"
  printf '%s\n' "$content" >"$STATE/filled"
}

serve() {
  ! is_running server || return 0
  ! is_listening 2>/dev/null || { echo "port $PORT is taken: set MIGRATOR_WORDPRESS_PORT" >&2 && return 1; }
  PHP_CLI_SERVER_WORKERS=4 in_background server php "${PHP_SETTINGS[@]}" -d display_errors=0 \
    -S "127.0.0.1:$PORT" -t /usr/share/wordpress "$HERE/php/router.php"
  { wait_for is_listening && is_running server; } || { cat "$STATE/server.log" >&2 && return 1; }
}

stop() {
  local name pid
  for name in server mariadb; do
    is_running $name || continue
    pid=$(cat "$STATE/$name.pid")
    kill -TERM -- "-$pid"
    wait_for not_running $name || kill -KILL -- "-$pid"
    rm -f "$STATE/$name.pid"
  done
}

PHP_SETTINGS=(-d memory_limit=1G -d max_execution_time=0 -d error_reporting=22519 -d log_errors=0)
run_php() { php "${PHP_SETTINGS[@]}" -d display_errors=stderr "$HERE/php/$1" "${@:2}"; }
sql() { mariadb --no-defaults --socket="$SOCKET" --user=root --execute="$1"; }
# After a restart of the machine the number may be another process's, which its command line tells.
declare -A SIGNS=([mariadb]=$SOCKET [server]=php/router.php)
is_running() { [ -f "$STATE/$1.pid" ] && grep -qsF -- "${SIGNS[$1]}" "/proc/$(cat "$STATE/$1.pid")/cmdline"; }
is_listening() { (exec 3<>"/dev/tcp/127.0.0.1/$PORT"); }
not_running() { ! is_running "$1"; }
in_background() {
  setsid "${@:2}" >"$STATE/$1.log" 2>&1 </dev/null 9>&- &
  echo $! >"$STATE/$1.pid"
}
wait_for() {
  for _ in {1..300}; do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.1
  done
  return 1
}
logged() { "${@:2}" >"$STATE/$1.log" 2>&1 || { tail -n 40 "$STATE/$1.log" >&2 && return 1; }; }

main "$@"
