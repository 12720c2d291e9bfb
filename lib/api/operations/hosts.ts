import { z } from "zod";
import { operation } from "../operation";
import { finding, host, pageOf, pageQuery } from "../schemas";

const params = z.object({ name: z.string().trim().min(1).max(200) });

export const listHosts = operation({
  method: "get",
  path: "/hosts",
  summary: "All hosts by name",
  permission: "host:read",
  query: pageQuery.extend({ q: z.string().max(200).optional().describe("Part of the name") }),
  answers: { 200: { description: "A page of hosts", schema: pageOf(host) } },
});

export const getHost = operation({
  method: "get",
  path: "/hosts/{name}",
  summary: "One host with its counts",
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
