/** The commands that scan a host and send what came out. `secret` is shown as given. */
export const curlCommand = (serverUrl: string, secret: string): string =>
  [
    "sudo sh docker-bench-security.sh -b",
    `curl -fsS -H "Authorization: Bearer ${secret}" \\`,
    "     -F file=@log/docker-bench-security.log.json \\",
    `     "${serverUrl}/api/v1/scans?host=$(hostname)"`,
  ].join("\n");

/** The same every night, as a file in /etc/cron.d; the token stays in a file of root's. A percent sign would end a cron line. */
export const cronCommand = (serverUrl: string): string =>
  [
    "# /etc/cron.d/docker-bench, with the token in /root/bulkhead.token (chmod 600)",
    `30 3 * * * root cd /opt/docker-bench-security && sh docker-bench-security.sh -b >/dev/null && curl -fsS -H "Authorization: Bearer $(cat /root/bulkhead.token)" -F file=@log/docker-bench-security.log.json "${serverUrl}/api/v1/scans?host=$(hostname)"`,
  ].join("\n");
