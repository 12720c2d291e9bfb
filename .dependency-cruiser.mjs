// The arrows of ARCHITECTURE.md, "The house". Every rule is an error; scripts/boundaries.ts runs them.

/** The pure folders, lowest first: each may import only those before it. */
const PURE = ["access", "bench", "stride", "catalogue", "hardening", "threats", "tasks", "notices", "reports"];
const anyPure = `^lib/(${["shared", ...PURE].join("|")})/`;

/** Components that belong to one part of the product; ui, layout, theme and charts are for all. */
const FEATURES = "(?!(?:ui|layout|theme|charts|marks|guidance)/)[^/]+";

/** Folders whose sub-folders are routes: page groups, whose names stand in brackets, and the versions of the API. */
const ROUTES = ["^app/\\([a-z-]+\\)/", "^app/api/v1/"];

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const inside = (path, ...more) => ({ path, ...(more.length > 0 ? { pathNot: more } : {}) });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule("no-cycles", "Two modules that need each other are one idea in two files.", inside("^", "^lib/data/generated/"), {
      circular: true,
    }),
    rule("everything-resolves", "An import that leads nowhere is a spelling mistake or a missing package.", {}, { couldNotResolve: true }),
    rule(
      "shared-is-the-floor",
      "lib/shared imports nothing of ours.",
      inside("^lib/shared/"),
      inside("^(app|cli|components|lib|scripts)/", "^lib/shared/"),
    ),
    ...PURE.map((folder, i) =>
      rule(
        `order-of-pure-folders-${folder}`,
        "A pure folder imports only the pure folders before it, and lib/shared.",
        inside(`^lib/${folder}/`),
        inside("^(app|cli|components|lib|scripts)/", `^lib/(${["shared", ...PURE.slice(0, i + 1)].join("|")})/`),
      ),
    ),
    rule("pure-stays-pure", "No system, network or framework in the rules.", inside(anyPure), { dependencyTypes: ["core"] }),
    rule(
      "pure-needs-no-package",
      "Pure code reads foreign input with zod and needs nothing else.",
      inside(anyPure),
      inside("node_modules/", "node_modules/zod/"),
    ),
    rule(
      "prisma-stays-in-data",
      "Queries outside lib/data escape its authorisation.",
      inside("^", "^lib/data/", "^(cli|scripts|tests/(support|setup))/", "^prisma\\.config\\.ts$"),
      inside("^lib/data/generated/|node_modules/(@prisma|prisma|pg|pg-[a-z-]+)/", "node_modules/@types/"),
    ),
    rule(
      "generated-client-stays-in-data",
      "Even the command line goes through lib/data.",
      inside("^(cli|scripts)/"),
      inside("^lib/data/generated/"),
    ),
    rule(
      "lib-knows-no-app",
      "Everything above may import lib; lib imports nothing above.",
      inside("^lib/"),
      inside("^(app|components|cli|scripts|tests|e2e)/"),
    ),
    rule("data-knows-no-edge", "The data layer serves every edge alike.", inside("^lib/data/"), inside("^lib/(http|ingest|jobs)/")),
    rule(
      "only-the-worker-runs-jobs",
      "Pages and requests lay work into the queue; they never do it.",
      inside("^(app|components|lib)/", "^lib/jobs/"),
      inside("^lib/jobs/"),
    ),
    rule(
      "outbound-knows-no-data",
      "What talks to other machines is told everything it may say.",
      inside("^lib/outbound/"),
      inside("^lib/", "^lib/outbound/", anyPure, "^lib/env\\.ts$"),
    ),
    rule(
      "components-are-dumb",
      "Data and actions arrive as props.",
      inside("^components/"),
      inside("^(app|cli|scripts|tests|e2e)/|^lib/(data|auth|ingest|http|jobs|outbound|env)(/|\\.ts$)"),
    ),
    rule("ui-knows-no-domain", "The toolkit would serve any product.", inside("^components/ui/"), inside("^lib/", "^lib/shared/")),
    rule("ui-is-the-bottom", "The toolkit uses nothing but itself.", inside("^components/ui/"), inside("^components/", "^components/ui/")),
    rule(
      "features-do-not-cross",
      "Two features that need the same thing share it in ui, layout, charts, marks or guidance.",
      inside(`^components/(${FEATURES})/`),
      inside(`^components/${FEATURES}/`, "^components/$1/"),
    ),
    ...ROUTES.map((routes) =>
      rule(
        "routes-do-not-cross",
        "A route's own parts are its own; what two routes need belongs in components or lib.",
        inside(`${routes}([^/]+)/`),
        inside(`${routes}[^/]+/`, `${routes}$1/`),
      ),
    ),
    rule("pages-and-api-do-not-cross", "Pages ask lib, not the API.", inside("^app/\\("), inside("^app/api/")),
    rule("api-and-pages-do-not-cross", "The API asks lib, not the pages.", inside("^app/api/"), inside("^app/\\(")),
    rule(
      "e2e-sees-only-the-browser",
      "A journey knows what a person knows.",
      inside("^e2e/"),
      inside("^(app|cli|components|lib|scripts|tests)/"),
    ),
    rule(
      "nothing-imports-tests",
      "What ships does not depend on its tests.",
      inside("^(app|cli|components|lib|scripts)/"),
      inside("^(tests|e2e)/"),
    ),
    rule(
      "app-does-not-run-commands",
      "The server process does not start or build itself.",
      inside("^(app|components)/"),
      inside("^(cli|scripts)/"),
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.e2e|\\.bulkhead|next-env\\.d\\.ts|test-results|playwright-report)" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
