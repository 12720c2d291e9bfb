import type { FixStep, Guidance, Verification } from "../../guidance";

/** What holds for all controls of this section: nothing is tested, and the product has another name and owner today. */
const NOTE_ONLY =
  "A reminder without a test, printed wherever the server's banner does not say Community: also on Docker from a distribution's package, where it does not apply.";
const UCP_TODAY =
  "Docker Enterprise is discontinued; UCP went to Mirantis and is called Mirantis Kubernetes Engine (MKE), and what follows holds for MKE 3.";

const LOG_IN: FixStep = {
  place: "shell",
  text: "Log in as an administrator of MKE and fetch the configuration. Add `--cacert <ca.pem>` to `curl` where the certificate is of a company authority.",
  code: 'umask 077\nread -rsp \'Password: \' PASSWORD\nAUTHTOKEN=$(jq -n --arg p "$PASSWORD" \'{username: "<admin>", password: $p}\' | curl -sS --data @- https://<mke-host>/auth/login | jq -r .auth_token)\ncurl -sS -H "Authorization: Bearer $AUTHTOKEN" https://<mke-host>/api/ucp/config-toml > mke-config.toml',
};

const UPLOAD: FixStep = {
  place: "shell",
  text: "Hand the file back. Delete it afterwards, for it holds secrets.",
  code: 'curl -sS -X PUT -H "Authorization: Bearer $AUTHTOKEN" --upload-file mke-config.toml https://<mke-host>/api/ucp/config-toml\nrm mke-config.toml',
};

/** Shows one section of the configuration that is in force. */
const shows = (section: string, text: string): Verification => ({
  text,
  code: `curl -sS -H "Authorization: Bearer $AUTHTOKEN" https://<mke-host>/api/ucp/config-toml | grep -A 6 -F '[${section}]'`,
});

/** Guidance for the controls on Docker Enterprise (section 8). */
export const enterpriseGuidance = {
  "ucp-ldap": {
    meaning: `${NOTE_ONLY} It asks that people log in to UCP with the accounts of the company's directory. ${UCP_TODAY}`,
    why: "Accounts that only UCP knows follow none of the rules of the directory: no lock after wrong passwords, no end when somebody leaves. A former colleague's password, or one that was guessed in peace, opens a cluster that runs everything.",
    fix: [
      {
        place: "shell",
        text: "Try the search before you enter it: it lists exactly the people who are to have access.",
        code: "ldapsearch -H ldaps://<directory-host> -D '<reader-dn>' -W -b '<base-dn>' '(&(objectClass=person)(memberOf=<group-dn>))' dn",
      },
      {
        place: "configuration",
        text: "In MKE open `Admin Settings`, then `Authentication & Authorization`, switch `LDAP Enabled` on and enter the server and the search; SAML and OIDC serve the purpose as well. Leave `Skip TLS verification` off.",
        code: "LDAP Server URL: ldaps://<directory-host>\nReader DN: <reader-dn>\nBase DN: <base-dn>\nUsername Attribute: <attribute>",
      },
    ],
    verify: [
      {
        text: 'Shows `backend = "ldap"`. `AUTHTOKEN` is a session\'s token, from `/auth/login` with the name and password of an administrator.',
        code: "curl -sS -H \"Authorization: Bearer $AUTHTOKEN\" https://<mke-host>/api/ucp/config-toml | grep -E '^ *(backend|tls_skip_verify)'",
      },
    ],
    sideEffects:
      "Local accounts that match no search become inactive with the switch, so compare the lists first. The administrator made at installation stays: keep that password sealed, for it is the way in when the directory is down.",
    effort: "days",
    nist: ["4.3.2"],
    attack: ["T1078", "T1110"],
  },
  "ucp-external-certs": {
    meaning: `${NOTE_ONLY} It asks that the web address of UCP shows a certificate that browsers trust instead of one that UCP made for itself. ${UCP_TODAY}`,
    why: "People who click a warning away every morning click it away as well on the day when somebody sits in between. That server reads the administrators' passwords and tokens and hands the requests on, so nothing looks different. Scripts that were written with `--insecure` do not even ask.",
    fix: [
      {
        place: "shell",
        text: "Make a key and a request with all names under which MKE is reached, and have your authority sign it.",
        code: "openssl req -new -newkey rsa:3072 -nodes -keyout key.pem -out mke.csr -subj '/CN=<mke-host>' -addext 'subjectAltName=DNS:<mke-host>,DNS:<load-balancer>'",
      },
      {
        place: "shell",
        text: "Check that key and certificate belong together: both lines are the same.",
        code: "openssl pkey -in key.pem -pubout | sha256sum\nopenssl x509 -in cert.pem -noout -pubkey | sha256sum",
      },
      {
        place: "configuration",
        text: "In MKE open `Admin Settings`, then `Certificates`, and upload the authority's certificate, the server's followed by the intermediate ones, and the key.",
      },
    ],
    verify: [
      {
        text: "Ends with `Verify return code: 0 (ok)`.",
        code: "openssl s_client -connect <mke-host>:443 -servername <mke-host> -verify_hostname <mke-host> -CAfile <ca.pem> </dev/null",
      },
    ],
    sideEffects:
      "Everybody logs in again and downloads a new client bundle, since the old one trusts the old authority. MSR and other systems that know the old authority have to be told the new one. The certificate has an end: put its renewal into the calendar or automate it.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "ucp-client-bundles": {
    meaning: `${NOTE_ONLY} It asks that ordinary users reach the cluster from the command line with a key pair of their own, a client bundle, and not through a login to its nodes. ${UCP_TODAY}`,
    why: "On a node, the engine's socket obeys whoever reaches it and knows nothing of the roles given in UCP. A developer with SSH and the group `docker` there is root on a machine that runs the workloads of others. Orders through a shared login also name nobody in the audit log.",
    fix: [
      {
        place: "shell",
        text: "Each person fetches a bundle with an own login. It holds a private key, so it belongs in the home directory only.",
        code: 'read -rsp \'Password: \' PASSWORD\nAUTHTOKEN=$(jq -n --arg p "$PASSWORD" \'{username: "<user>", password: $p}\' | curl -sS --data @- https://<mke-host>/auth/login | jq -r .auth_token)\nmkdir -m 0700 mke-bundle && cd mke-bundle\ncurl -sS -H "Authorization: Bearer $AUTHTOKEN" -o bundle.zip https://<mke-host>/api/clientbundle\nunzip bundle.zip',
      },
      { place: "shell", text: "Use it in the shell, from inside that directory.", code: 'eval "$(<env.sh)"' },
      { place: "shell", text: "Take the direct ways away on each node.", code: "sudo gpasswd -d <user> docker" },
    ],
    verify: [
      { text: "With the bundle, names MKE (in old versions UCP) among the parts of the server.", code: "docker version" },
      { text: "On a node, lists no ordinary user.", code: "getent group docker" },
    ],
    sideEffects:
      "Scripts that log in to nodes have to be rewritten. A bundle works until its key is deleted in the user's profile: make that part of what happens when somebody leaves or loses a laptop.",
    effort: "days",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1078", "T1609"],
  },
  "ucp-rbac": {
    meaning: `${NOTE_ONLY} It asks that teams get roles on collections or namespaces that match their work, instead of the defaults. ${UCP_TODAY}`,
    why: "Where roles were never narrowed, one stolen developer's account starts a container with the host's root directory mounted, on any node. Teams that share a collection read one another's secrets, volumes and logs. The account of a test pipeline is then worth as much as an administrator's.",
    fix: [
      {
        place: "configuration",
        text: "In MKE open `Admin Settings`, then `Authentication & Authorization`, and give new users nothing by default.",
        code: "Default Role For All Private Collections: None",
      },
      {
        place: "configuration",
        text: "Under `Access Control` make teams (from the directory's groups), a collection for each environment of each team, and grants of the smallest role that serves: `Restricted Control` takes away host mounts and privileged containers.",
      },
      {
        place: "Kubernetes",
        text: "For Kubernetes, bind people to a role in the namespace of their team.",
        code: "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: <user>-edit\n  namespace: <namespace>\nsubjects:\n  - kind: User\n    name: <user>\n    apiGroup: rbac.authorization.k8s.io\nroleRef:\n  kind: ClusterRole\n  name: edit\n  apiGroup: rbac.authorization.k8s.io",
      },
    ],
    verify: [
      {
        text: "With the client bundle of an ordinary user, is refused.",
        code: "docker run --rm -v /:/host:ro busybox true",
      },
      {
        text: "With the same bundle, answers `no` in the namespace of another team.",
        code: "kubectl auth can-i get secrets --namespace <other-namespace>",
      },
    ],
    sideEffects:
      "Workloads that rely on host mounts or privileges can no longer be deployed by those teams: look for them before the switch. Grants add up, so an old wide one has to be removed, not just joined by a narrow one.",
    effort: "days",
    nist: ["4.3.1"],
    attack: ["T1078", "T1610", "T1613"],
  },
  "ucp-signed-images": {
    meaning: `${NOTE_ONLY} It asks that UCP runs only images signed with Docker Content Trust by teams that you name. ${UCP_TODAY}`,
    why: "UCP otherwise starts any image that it is given. Whoever gets push rights exchanges an image after the release team approved it, and the next deployment takes it to production. Nobody's signature stands behind it, so nobody is on record as having let it through.",
    fix: [
      LOG_IN,
      {
        place: "configuration",
        text: "Set in `mke-config.toml`; images have to be signed by all teams in the list. The switch is also under `Admin Settings`, `Docker Content Trust`.",
        code: '[trust_configuration]\n  require_content_trust = true\n  require_signature_from = ["<team>"]',
      },
      UPLOAD,
      {
        place: "shell",
        text: "Sign images when they are pushed.",
        code: "docker trust sign <msr-host>/<repository>:<tag>",
      },
    ],
    verify: [
      shows("trust_configuration", "Shows both settings as in force."),
      {
        text: "With a client bundle, is refused because the image is not signed.",
        code: "docker run --rm <msr-host>/<unsigned-repository>:<tag>",
      },
    ],
    sideEffects:
      "Everything unsigned can no longer be started, also not after a crash on another node: sign what runs before the switch. Docker is retiring Content Trust and MSR 4 has no Notary server, so a new installation does better with a check of cosign or Notation signatures at admission.",
    effort: "days",
    nist: ["4.1.5"],
    attack: ["T1204.003", "T1525"],
  },
  "ucp-session-limit": {
    meaning: `${NOTE_ONLY} It asks that one account has at most three sessions in UCP at a time. ${UCP_TODAY}`,
    why: "A stolen password is used beside its owner, in a session that nobody sees. With a low limit the session used least recently is ended when a new one begins, and a person who is thrown out again and again starts to ask. The default allows ten.",
    fix: [
      LOG_IN,
      {
        place: "configuration",
        text: "Set in `mke-config.toml`; 0 means without limit. The value is also under `Admin Settings`, `Authentication & Authorization`.",
        code: "[auth.sessions]\n  per_user_limit = 3",
      },
      UPLOAD,
    ],
    verify: [shows("auth.sessions", "Shows `per_user_limit = 3`.")],
    sideEffects:
      "Pipelines that log in with one shared account throw each other out: give each its own, or a client bundle, which needs no session. People with several browsers log in more often.",
    effort: "minutes",
    nist: [],
    attack: ["T1078"],
  },
  "ucp-session-lifetime": {
    meaning: `${NOTE_ONLY} It asks that a session in UCP ends after 15 minutes at the latest and is not renewed by use. ${UCP_TODAY}`,
    why: "A session's token is as good as the password while it lives, which is 72 hours by default, and use prolongs it. Whoever copies one from a browser, a proxy's log or a script's output, or sits down at an open screen, works as its owner for days.",
    fix: [
      LOG_IN,
      {
        place: "configuration",
        text: "Set in `mke-config.toml`. The values are also under `Admin Settings`, `Authentication & Authorization`.",
        code: "[auth.sessions]\n  lifetime_minutes = 15\n  renewal_threshold_minutes = 0",
      },
      UPLOAD,
    ],
    verify: [
      shows(
        "auth.sessions",
        "Shows `lifetime_minutes = 15` and `renewal_threshold_minutes = 0`. Log in again first when the token has run out.",
      ),
    ],
    sideEffects:
      "Without renewal people are logged out in the middle of their work every 15 minutes. Scripts with a token of the web login have to fetch a new one as often, or use a client bundle.",
    effort: "minutes",
    nist: [],
    attack: ["T1550.001"],
  },
  "dtr-vuln-scan": {
    meaning: `${NOTE_ONLY} It asks that the registry scans its images for known flaws. Docker Enterprise is discontinued; DTR went to Mirantis as Mirantis Secure Registry (MSR), and what follows holds for MSR 2 and 3, while MSR 4 is built on Harbor.`,
    why: "Without a scan an image with a flaw that lets strangers run code looks like any other, and is deployed like any other. Images age in the registry: one that was clean when it was pushed has public flaws a month later, and nobody is told.",
    fix: [
      {
        place: "configuration",
        text: "In MSR open `System`, then `Security`, and switch `Enable Scanning` on, with a database that is fetched online or uploaded where there is no way out.",
      },
      {
        place: "shell",
        text: "Let a repository scan what is pushed. `curl` asks for the password; repeat it for each repository.",
        code: "curl -sS -u <admin> -X PATCH -H 'Content-Type: application/json' --data '{\"scanOnPush\": true}' https://<msr-host>/api/v0/repositories/<namespace>/<repository>",
      },
      {
        place: "configuration",
        text: "In the repository add a promotion policy, so that only images without critical flaws reach the one that production pulls from.",
        code: "Critical Vulnerabilities: equals 0",
      },
    ],
    verify: [
      {
        text: "Shows when the database was last updated, and that the update did not fail.",
        code: "curl -sS -u <admin> https://<msr-host>/api/v0/imagescan/status",
      },
      {
        text: "Prints `true`.",
        code: "curl -sS -u <admin> https://<msr-host>/api/v0/repositories/<namespace>/<repository> | jq .scanOnPush",
      },
    ],
    sideEffects:
      "Scans cost processor time and several gigabytes for the database, and need a licence that includes them. The first scan of old images brings a long list: agree beforehand who looks at it.",
    effort: "hours",
    nist: ["4.1.1", "4.2.2"],
    attack: [],
  },
} satisfies Readonly<Record<string, Guidance>>;
