import { MAX_ID_BYTES } from '@mealwire/contracts';
import { type HttpServer, Problem } from '@mealwire/runtime';
import { SignJWT } from 'jose';
import { z } from 'zod';

/** What the token verifier takes as a subject. */
const body = z.object({
  user: z
    .string()
    .regex(/^[^\p{Cc}\p{Surrogate}]+$/u)
    .refine((user) => Buffer.byteLength(user) <= MAX_ID_BYTES),
});

const LIFETIME_S = 12 * 60 * 60;

export interface DevTokenOptions {
  readonly secret: string;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
}

/**
 * `POST /dev/token {"user"}`: a token for any user, without a question. Only registered with
 * DEV_AUTH=1.
 */
export function devTokenRoute(http: HttpServer, options: DevTokenOptions): void {
  const key = new TextEncoder().encode(options.secret);
  http.post('/dev/token', async (request, reply) => {
    const parsed = body.safeParse(request.body);
    if (!parsed.success) {
      throw new Problem(400, 'validation_failed', 'Send {"user": "<name>"}.', {
        errors: [{ field: 'user', message: 'must have 1 to 128 bytes, no control characters' }],
      });
    }
    const expiresAt = new Date(Date.now() + LIFETIME_S * 1000);
    const jwt = new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(parsed.data.user)
      .setIssuedAt()
      .setExpirationTime(expiresAt);
    if (options.issuer !== undefined) jwt.setIssuer(options.issuer);
    if (options.audience !== undefined) jwt.setAudience(options.audience);
    return reply.header('cache-control', 'no-store').send({
      token: await jwt.sign(key),
      user: parsed.data.user,
      expires_at: expiresAt.toISOString(),
    });
  });
}
