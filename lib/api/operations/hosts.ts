import { z } from "zod";
import { hostComparison } from "../comparison-schemas";
import { operation } from "../operation";
import { finding, host, pageOf, pageQuery } from "../schemas";

const params = z.object({ name: z.string().trim().min(1).max(200) });

export const listHosts = operation({
  method: "get",
  path: "/hosts",
  summary: "All hosts by name, retired ones too",
  permission: "host:read",
  query: pageQuery.extend({
    q: z.string().max(200).optional().describe("Part of the name"),
    retired: z.enum(["true", "false"]).optional().describe("Only retired hosts, or only those in service"),
  }),
  answers: { 200: { description: "A page of hosts", schema: pageOf(host) } },
});

export const getHost = operation({
  method: "get",
  path: "/hosts/{name}",
  summary: "One host with its counts. A former name, here and below, means the host that had it",
  permission: "host:read",
  params,
  answers: { 200: { description: "The host", schema: host } },
});

export const listHostFindings = operation({
  method: "get",
  path: "/hosts/{name}/findings",
  summary: "All findings of a host, whatever their state",
  permission: "finding:read",
  params,
  query: pageQuery,
  answers: { 200: { description: "A page of findings", schema: pageOf(finding) } },
});

export const compareHosts = operation({
  method: "get",
  path: "/hosts/{name}/compare/{other}",
  summary: "Two hosts side by side by their newest scans, or one host at two dates: the same name twice",
  permission: "scan:read",
  params: params.extend({ other: params.shape.name }),
  query: z.object({
    on: z.iso.date().optional().describe("Side `a` (`name`) as it was at the end of this day, UTC; now unless told"),
    other_on: z.iso.date().optional().describe("The same for side `b` (`other`)"),
  }),
  answers: {
    200: { description: "Which scans they are, and six exclusive classes of controls", schema: hostComparison },
    404: { description: "No such host, or it had no scan by then" },
  },
});

export const updateHost = operation({
  method: "patch",
  path: "/hosts/{name}",
  summary: "Rename a host, or change what people say of it. What is left out stays",
  permission: "host:edit",
  params,
  body: z.strictObject({
    name: z.string().max(1000).optional().describe("The old name goes on to lead to the host"),
    environment: z.string().max(1000).nullable().optional(),
    owner: z.string().max(1000).nullable().optional(),
    labels: z.array(z.string().max(1000)).max(1000).optional(),
    timeZone: z
      .string()
      .max(200)
      .nullable()
      .optional()
      .describe("IANA, as Europe/Berlin; another one dates scans anew that the old one dated"),
    retired: z.boolean().optional(),
  }),
  answers: {
    200: { description: "The host as it is now", schema: host },
    409: { description: "Another host has the name, or had it" },
    422: { description: "No name, no time zone, or a text that is too long; `field` says which" },
  },
});

export const deleteHost = operation({
  method: "delete",
  path: "/hosts/{name}",
  summary: "Delete a host with its scans, findings, decisions and the tasks that have no other host",
  permission: "host:delete",
  params,
  query: z.object({ confirm: z.string().max(200).describe("The host's name once more") }),
  answers: { 204: { description: "It is gone" }, 422: { description: "`confirm` is not its name" } },
});

export const mergeHosts = operation({
  method: "post",
  path: "/hosts/{name}/merge",
  summary: "Merge a host into another: scans, decisions and tasks go there, and the name leads there",
  permission: "host:delete",
  params,
  body: z.strictObject({ into: z.string().trim().min(1).max(200).describe("The host that stays") }),
  answers: { 200: { description: "The host that stays", schema: host }, 409: { description: "Both names are of one host" } },
});
