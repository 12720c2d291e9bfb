#!/bin/sh
# Uploads a docker-bench-security log to Bulkhead, says what changed, and fails when the gate does.
#
#   BULKHEAD_TOKEN=... sh upload.sh -u https://bulkhead.example -f docker-bench-security.log
#   sh upload.sh -u https://bulkhead.example -t /etc/bulkhead.token -r /opt/docker-bench-security -g regression
#
# Exit codes: 0 ok, 1 the gate failed, 2 wrong use or no log, 3 refused by the server, 4 no usable answer of it.
set -u

usage() {
  cat <<'USAGE'
upload.sh -u URL (-f FILE | -r DIR) [options] [-- arguments of docker-bench-security]
  -u URL       address of Bulkhead; else $BULKHEAD_URL
  -t FILE      file with the access token (scope scans:write); else $BULKHEAD_TOKEN
  -n HOST      name of the host that was scanned; else that of this machine
  -f FILE      upload this log; - is standard input
  -r DIR       run docker-bench-security from its checkout in DIR, and upload what it says
  -g MODE      gate: regression, new or threshold
  -s SEVERITY  with -g threshold: count this severity and higher (high)
  -m MAX       with -g threshold: so many may fail (0)
  -q           print only when something changed or went wrong
USAGE
}

die() {
  printf 'upload.sh: %s\n' "$2" >&2
  exit "$1"
}

url=${BULKHEAD_URL:-} token_file='' host='' file='' bench='' gate='' severity='' max='' quiet=''
while getopts 'u:t:n:f:r:g:s:m:qh' option; do
  case $option in
    u) url=$OPTARG ;;
    t) token_file=$OPTARG ;;
    n) host=$OPTARG ;;
    f) file=$OPTARG ;;
    r) bench=$OPTARG ;;
    g) gate=$OPTARG ;;
    s) severity=$OPTARG ;;
    m) max=$OPTARG ;;
    q) quiet=1 ;;
    h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))

[ -n "$url" ] || die 2 'say where Bulkhead is: -u URL, or BULKHEAD_URL'
[ -n "$file" ] || [ -n "$bench" ] || die 2 'say what to upload: -f FILE, or -r DIR to run docker-bench-security'
[ -z "$file" ] || [ -z "$bench" ] || die 2 'give -f or -r, not both'
case $gate in '' | regression | new | threshold) ;; *) die 2 "there is no gate \"$gate\": regression, new or threshold" ;; esac
command -v curl >/dev/null 2>&1 || die 2 'it needs curl'

if [ -n "$token_file" ]; then
  token=$(cat "$token_file") || die 2 "cannot read the token in $token_file"
else
  token=${BULKHEAD_TOKEN:-}
fi
[ -n "$token" ] || die 2 'give an access token: BULKHEAD_TOKEN, or -t FILE'
case $token in *[!A-Za-z0-9_.-]*) die 2 'the access token has characters that no token has' ;; esac
[ -n "$host" ] || host=$(uname -n)

work=$(mktemp -d) || die 2 'cannot make a folder for temporary files'
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ -n "$bench" ]; then
  [ -r "$bench/docker-bench-security.sh" ] || die 2 "there is no docker-bench-security.sh in $bench"
  # It writes its log to a file of its own too; what it prints is the same log.
  (cd "$bench" && sh ./docker-bench-security.sh -b -l "$work/bench.log" "$@") >"$work/log" 2>"$work/bench.err" ||
    [ -s "$work/log" ] || die 2 "docker-bench-security failed: $(tail -n 1 "$work/bench.err")"
elif [ "$file" = - ]; then
  cat >"$work/log"
else
  cp -- "$file" "$work/log" || die 2 "cannot read $file"
fi
[ -s "$work/log" ] || die 2 'the log is empty'

body=$work/log
if command -v gzip >/dev/null 2>&1 && gzip -c "$work/log" >"$work/log.gz" 2>/dev/null; then
  body=$work/log.gz
fi

# Percent-encodes what a host may be called, byte by byte.
encode() {
  printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ *\([0-9a-f][0-9a-f]\)/%\1/g'
}

query="host=$(encode "$host")"
[ -z "$gate" ] || query="$query&gate=$gate"
[ -z "$severity" ] || query="$query&severity=$(encode "$severity")"
[ -z "$max" ] || query="$query&max=$(encode "$max")"

# The token goes to curl by standard input: arguments are seen by everybody on the machine.
send() {
  printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --config - --silent --show-error --max-time 300 --output "$work/answer" --write-out '%{http_code}' \
      --header 'Accept: text/plain' --header 'Content-Type: application/octet-stream' \
      --data-binary "@$body" "${url%/}/api/v1/scans?$query" 2>"$work/curl.err"
}

attempt=1
while :; do
  : >"$work/answer"
  status=$(send) || status=000
  case $status in 000 | 429 | 502 | 503 | 504) ;; *) break ;; esac
  [ "$attempt" -lt 4 ] || break
  sleep "$((attempt * attempt * ${BULKHEAD_RETRY_SECONDS:-2}))"
  attempt=$((attempt + 1))
done

value() {
  sed -n "/^\$/q; s/^$1: //p" "$work/answer"
}

case $status in
  200 | 201) ;;
  000) die 4 "no answer from $url: $(tail -n 1 "$work/curl.err")" ;;
  5??) die 4 "$url answered $status" ;;
  *)
    cat "$work/answer" >&2
    die 3 "$url refused the log ($status)"
    ;;
esac
[ -n "$(value scan)" ] || die 4 "what answers at $url is not Bulkhead"

verdict=$(value gate)
if [ -z "$quiet" ] || [ "$(value changed)" = yes ] || [ "$verdict" = fail ]; then
  # The keys above the empty line are for this script.
  sed '1,/^$/d' "$work/answer"
fi
[ "$verdict" != fail ] || exit 1
