import { z } from "zod";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import { CONFIDENCES, LINK_ROLES, RATINGS, REFERENCE_SOURCES, THREAT_ORIGINS } from "@/lib/threats/scales";
import { findingState, instant, level } from "./schemas";

const exposure = z.enum(EXPOSURES);
const letter = z.enum(STRIDE_LETTERS);
const rating = z.enum(RATINGS).nullable();

const threatControl = z
  .object({
    control: z.string(),
    number: z.string().nullable().describe("In the newest edition that has it"),
    title: z.string(),
    severity: z.enum(SEVERITIES).nullable(),
    kind: z.enum(["mitigates", "detects"]),
    role: z.enum(LINK_ROLES).describe("Only required links decide"),
    confidence: z.enum(CONFIDENCES),
    reason: z.string(),
  })
  .meta({ id: "ThreatControl" });

const threat = z
  .object({
    slug: z.string(),
    ref: z.string().describe("Its short name: D-E3"),
    title: z.string(),
    stride: letter.nullable().describe("One letter; null only for what was imported under another method"),
    origin: z.enum(THREAT_ORIGINS),
    description: z.string(),
    attackPath: z.array(z.string()),
    elements: z.array(z.string()),
    likelihood: rating,
    impact: rating,
    mitigations: z.array(z.object({ id: z.string(), text: z.string() })),
    controls: z.array(threatControl),
    references: z.array(z.object({ source: z.enum(REFERENCE_SOURCES), id: z.string(), title: z.string(), url: z.string() })),
    uncovered: z.string().nullable().describe("What no check can tell of it"),
    rule: z.string().describe("When it counts as mitigated, in words"),
    exposure: z.object({
      counts: z.record(exposure, z.int()).describe("Hosts in service by exposure"),
      hosts: z.int().describe("Hosts under the model"),
    }),
    url: z.string(),
  })
  .meta({ id: "Threat" });

export const threatModel = z
  .object({
    slug: z.string(),
    title: z.string(),
    version: z.int(),
    shipped: z.boolean(),
    edited: z.boolean().describe("A shipped model that somebody changed"),
    description: z.string(),
    owner: z.string(),
    evidence: z.array(z.string()).describe("Whose scans bring a host under it: docker, kubernetes"),
    hosts: z.int(),
    staleHosts: z.int(),
    threats: z.array(threat),
    updatedAt: instant,
    url: z.string(),
  })
  .meta({ id: "ThreatModel" });

export const threatExposure = z
  .object({
    host: z.string(),
    threat: z.string(),
    stride: letter.nullable(),
    exposure,
    lastVerdict: exposure.describe("What it was before its evidence got old; else equal to `exposure`"),
    passed: z.int(),
    required: z.int(),
    evidenceAt: instant.nullable(),
    reasons: z
      .array(
        z.object({
          control: z.string(),
          number: z.string().nullable(),
          title: z.string(),
          state: findingState.nullable().describe("Null: no scan of this host said anything of it"),
          level: level.nullable(),
          scanId: z.int().nullable(),
          line: z.int().nullable(),
        }),
      )
      .describe("The required controls"),
  })
  .meta({ id: "ThreatExposure" });

export const modelCoverage = z
  .object({
    letters: z.array(
      z.object({
        stride: letter,
        threats: z.int(),
        decided: z.int().describe("Threats with a required control"),
        supported: z.int().describe("Threats with supporting controls only"),
        uncovered: z.array(z.string()).describe("Threats that no check covers"),
      }),
    ),
    elements: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), threats: z.record(letter, z.array(z.string())) })),
    unlinkedControls: z.array(z.object({ control: z.string(), title: z.string(), reason: z.string().nullable() })),
  })
  .meta({ id: "ModelCoverage" });

export const addedModel = z
  .object({ slug: z.string(), format: z.string(), remarks: z.array(z.string()), url: z.string() })
  .meta({ id: "AddedThreatModel" });
