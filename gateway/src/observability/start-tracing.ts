import { setTimeout as wait } from 'node:timers/promises';

/** What ends tracing: resolves when the last spans have been sent, or could not be within 2 s. */
export type StopTracing = () => Promise<void>;

/** The SDK tries again for longer than a process has to stop. */
const LAST_SPANS_MS = 2_000;

/**
 * Sends traces to where the standard variables of OpenTelemetry say (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER …),
 * to be called before anything is served. Without an endpoint nothing is loaded: the SDK takes tens of MiB.
 */
export async function startTracing(serviceName: string): Promise<StopTracing> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SERVICE_NAME } = process.env;
  if (!OTEL_EXPORTER_OTLP_ENDPOINT && !OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return async () => undefined;
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  // Metrics are read at /metrics, and logs are lines.
  const sdk = new NodeSDK({ ...(!OTEL_SERVICE_NAME && { serviceName }), instrumentations: [], metricReaders: [], logRecordProcessors: [] });
  sdk.start();
  return () => Promise.race([sdk.shutdown().catch(() => undefined), wait(LAST_SPANS_MS, undefined, { ref: false })]);
}
