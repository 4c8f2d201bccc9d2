import { QUALITY_LIMITS, type QualityReport, RECONNECT_CAUSES } from '@mealwire/contracts';
import { z } from 'zod';

const { maxSamples, maxDurationMs, maxCount, maxNameLength } = QUALITY_LIMITS;

const NAME = new RegExp(`^[a-z0-9._-]{1,${maxNameLength}}$`);
const name = z.string().regex(NAME, `must be 1 to ${maxNameLength} of a-z, 0-9, dot, _ and -`);
const count = z.int().min(0).max(maxCount);
const durations = z.array(z.number().min(0).max(maxDurationMs)).max(maxSamples);

/** Body of `POST /api/v1/quality`. Unknown fields are ignored, unknown causes refused. */
export const reportBody = z
  .object({
    client: name.meta({ description: 'The kind of client.', examples: ['web'] }),
    version: z
      .string()
      .min(1)
      .max(maxNameLength)
      .meta({ description: 'Its version.', examples: ['0.1.0'] }),
    strategy: name
      .exactOptional()
      .meta({ description: 'How it connects, where it has more than one way: `default`.' }),
    handshakes: z
      .object({ succeeded: count.exactOptional(), failed: count.exactOptional() })
      .exactOptional()
      .meta({ description: 'Attempts to connect, by what became of them.' }),
    verified_ms: durations
      .exactOptional()
      .meta({ description: 'From the start of an attempt to the first frame.' }),
    round_trip_ms: durations.exactOptional().meta({ description: 'From a ping to its pong.' }),
    // Two clocks are in it: what is out of range is clamped when it is recorded, not refused.
    outcome_delay_ms: z
      .array(z.number())
      .max(maxSamples)
      .exactOptional()
      .meta({ description: "From an outcome's `occurred_at` to the moment it was shown." }),
    reconnects: z
      .partialRecord(z.enum(RECONNECT_CAUSES), count)
      .exactOptional()
      .meta({ description: 'Why it connected again → how often.' }),
    outcomes: z
      .object({
        socket: count.exactOptional(),
        replay: count.exactOptional(),
        polling: count.exactOptional(),
      })
      .exactOptional()
      .meta({ description: 'How outcomes came to be shown.' }),
  })
  .meta({
    description: "Counts and samples since the client's last report. Names nobody and no meal.",
    examples: [
      {
        client: 'web',
        version: '0.1.0',
        strategy: 'default',
        handshakes: { succeeded: 2, failed: 1 },
        verified_ms: [84, 132],
        round_trip_ms: [21, 19],
        outcome_delay_ms: [38],
        reconnects: { network_lost: 1 },
        outcomes: { socket: 1 },
      },
    ],
  }) satisfies z.ZodType<QualityReport>;
