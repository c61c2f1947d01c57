/**
 * Settings from the environment, read once at start. An unknown or bad setting stops the start: a typing slip in
 * a setting must never be silently ignored.
 */
import { isIPv4 } from "node:net";
import { z } from "zod";
import { decimal, parseDecimal, type Decimal } from "../shared/quantity/decimal.ts";
import {
  negativeStockConventions,
  operationTimeConventions,
  scrapConventions,
  usualConventions,
  type Conventions,
} from "../shared/planning/conventions.ts";
import { placeComplaint } from "./store/dialect/database-place.ts";

const PREFIX = "MO_PLANNER_";

/** Names that belong to the scripts, not to the service, and may stand in the same environment. */
const scriptSettings = ["MO_PLANNER_CHROMIUM", "MO_PLANNER_BASE_URL", "MO_PLANNER_ADVENTURE_WORKS"];

const yesNo = z.enum(["yes", "no"]).transform((answer) => answer === "yes");
const tokenText = z.string().transform(parseTokens);
const databasePlace = z
  .string()
  .min(1)
  .refine((place) => placeComplaint(place) === null, {
    error: ({ input }) => placeComplaint(String(input)) ?? "",
  });

const settingsSchema = z.strictObject({
  MO_PLANNER_HOST: z.string().min(1).default("127.0.0.1"),
  MO_PLANNER_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  MO_PLANNER_DATABASE: databasePlace.default("data/mo-planner.sqlite"),
  MO_PLANNER_ACTOR: z.string().trim().min(1).max(100).default("Local planner"),
  MO_PLANNER_API_TOKENS: tokenText.default([]),
  MO_PLANNER_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "not a time zone such as Europe/Rotterdam or UTC")
    .optional(),
  MO_PLANNER_TLS_CERT: z.string().min(1).optional(),
  MO_PLANNER_TLS_KEY: z.string().min(1).optional(),
  MO_PLANNER_DEMO: yesNo.default(true),
  MO_PLANNER_WORKBENCH: yesNo.default(true),
  MO_PLANNER_SCRAP: z.enum(scrapConventions).default(usualConventions.scrap),
  MO_PLANNER_OPERATION_TIME: z.enum(operationTimeConventions).default(usualConventions.operationTime),
  MO_PLANNER_OVER_PRODUCTION: z
    .string()
    .refine((text) => (parseDecimal(text)?.units ?? -1n) >= 0n, "not a percentage such as 0 or 5")
    .default("0"),
  MO_PLANNER_NEGATIVE_STOCK: z.enum(negativeStockConventions).default(usualConventions.negativeStock),
  MO_PLANNER_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export interface ApiToken {
  /** Who the bearer is; every event they cause names them. */
  readonly actor: string;
  readonly token: string;
}

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Path of a SQLite file, or a postgres:// address. */
  readonly database: string;
  /** The one named planner when nobody signs in. */
  readonly localActor: string;
  readonly apiTokens: readonly ApiToken[];
  /** The plant's zone, in which "today" is told (R45). */
  readonly timeZone: string;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Fill an empty database with the demo factory. */
  readonly demo: boolean;
  readonly workbench: boolean;
  readonly conventions: Conventions;
  /** Percent. */
  readonly overProductionPercent: Decimal;
  readonly logLevel: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly complaints: readonly string[] };

export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const ours = Object.entries(environment).filter(
    ([name, value]) => name.startsWith(PREFIX) && value !== undefined && !scriptSettings.includes(name),
  );
  const parsed = settingsSchema.safeParse(Object.fromEntries(ours));
  if (!parsed.success) return { ok: false, complaints: parsed.error.issues.map(complaint) };
  const config = toConfig(parsed.data);
  const complaints = contradictions(parsed.data, config);
  return complaints.length > 0 ? { ok: false, complaints } : { ok: true, config };
}

function toConfig(settings: z.infer<typeof settingsSchema>): Config {
  const { MO_PLANNER_TLS_CERT: cert, MO_PLANNER_TLS_KEY: key } = settings;
  return {
    host: settings.MO_PLANNER_HOST,
    port: settings.MO_PLANNER_PORT,
    database: settings.MO_PLANNER_DATABASE,
    localActor: settings.MO_PLANNER_ACTOR,
    apiTokens: settings.MO_PLANNER_API_TOKENS,
    timeZone: settings.MO_PLANNER_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    tls: cert !== undefined && key !== undefined ? { cert, key } : null,
    demo: settings.MO_PLANNER_DEMO,
    workbench: settings.MO_PLANNER_WORKBENCH,
    conventions: {
      scrap: settings.MO_PLANNER_SCRAP,
      operationTime: settings.MO_PLANNER_OPERATION_TIME,
      negativeStock: settings.MO_PLANNER_NEGATIVE_STOCK,
    },
    overProductionPercent: decimal(settings.MO_PLANNER_OVER_PRODUCTION),
    logLevel: settings.MO_PLANNER_LOG_LEVEL,
  };
}

function contradictions(settings: z.infer<typeof settingsSchema>, config: Config): readonly string[] {
  const complaints: string[] = [];
  const hasCert = settings.MO_PLANNER_TLS_CERT !== undefined;
  const hasKey = settings.MO_PLANNER_TLS_KEY !== undefined;
  if (hasCert !== hasKey)
    complaints.push("MO_PLANNER_TLS_CERT and MO_PLANNER_TLS_KEY go together: set both or none.");
  if (!isLoopback(config.host) && config.apiTokens.length === 0) {
    complaints.push(
      `MO_PLANNER_HOST=${config.host} can be reached from other machines, so MO_PLANNER_API_TOKENS must name who may come in (name:token, at least 24 characters each).`,
    );
  }
  return complaints;
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

/** "ana:long-secret,erp:other-secret". */
function parseTokens(text: string, context: z.RefinementCtx): readonly ApiToken[] {
  const tokens = text.split(",").map((pair) => {
    const [actor = "", ...rest] = pair.split(":");
    return { actor: actor.trim(), token: rest.join(":").trim() };
  });
  for (const { actor, token } of tokens) {
    if (actor === "" || token.length < 24) {
      context.addIssue({
        code: "custom",
        message: "each entry is name:token, with a token of at least 24 characters",
      });
    }
  }
  return tokens;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function complaint(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `Unknown setting ${issue.keys.join(", ")}. See docs/settings.md.`;
  return `${issue.path.join(".")}: ${issue.message}`;
}
