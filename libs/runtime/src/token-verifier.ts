import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { ConfigError } from './config.js';
import { Problem } from './problem.js';

export interface TokenVerifierConfig {
  readonly JWT_SECRET?: string | undefined;
  readonly JWT_JWKS_URL?: string | undefined;
  readonly JWT_ISSUER?: string | undefined;
  readonly JWT_AUDIENCE?: string | undefined;
}

export interface Identity {
  /** The token's `sub`. */
  readonly userId: string;
  /** The token's `device_id` claim: which device it was made for. */
  readonly deviceId: string | undefined;
  /** The token's `iat` in ms since the epoch; 0 when it has none. */
  readonly issuedAtMs: number;
  /** The token's `exp` in ms since the epoch; never, when it has none. */
  readonly expiresAtMs: number;
}

export interface TokenVerifier {
  /** @throws Problem 401 `unauthorized` for a token that is missing, malformed, forged or expired. */
  verify(token: string | undefined): Promise<Identity>;
}

/** The longest id that becomes a subject token. */
const MAX_SUBJECT_BYTES = 128;
/** Well-formed, without control characters: it becomes a database key and part of log lines. */
const USABLE_SUBJECT = /^[^\p{Cc}\p{Surrogate}]+$/u;
/** Clocks of issuer and service may differ by this much (RFC 8725 asks for "small"). */
const CLOCK_TOLERANCE_S = 5;

/** @throws ConfigError unless exactly one of JWT_SECRET and JWT_JWKS_URL is set. */
export function createTokenVerifier(config: TokenVerifierConfig): TokenVerifier {
  const options: JWTVerifyOptions = {
    clockTolerance: CLOCK_TOLERANCE_S,
    ...(config.JWT_ISSUER === undefined ? {} : { issuer: config.JWT_ISSUER }),
    ...(config.JWT_AUDIENCE === undefined ? {} : { audience: config.JWT_AUDIENCE }),
  };
  const verifyJwt = verifierFor(config, options);
  return {
    verify: async (token) => {
      if (token === undefined) throw unauthorized('A bearer token is required.');
      try {
        return identityOf(await verifyJwt(token));
      } catch (error) {
        if (error instanceof Problem) throw error;
        if (error instanceof errors.JWTExpired) throw unauthorized('The token has expired.');
        // The key set could not be fetched: not the phone's fault, it must not log the user out.
        if (!isVerdict(error)) {
          throw new Problem(503, 'keys_unavailable', 'Tokens cannot be checked right now.', {
            retryAfterS: 2,
            cause: error,
          });
        }
        throw unauthorized('The token is not valid.');
      }
    },
  };
}

function verifierFor(
  config: TokenVerifierConfig,
  options: JWTVerifyOptions,
): (token: string) => Promise<JWTPayload> {
  if ((config.JWT_SECRET === undefined) === (config.JWT_JWKS_URL === undefined)) {
    throw new ConfigError('set exactly one of JWT_SECRET and JWT_JWKS_URL');
  }
  if (config.JWT_SECRET !== undefined) {
    const secret = new TextEncoder().encode(config.JWT_SECRET);
    const hs256 = { ...options, algorithms: ['HS256'] };
    return async (token) => (await jwtVerify(token, secret, hs256)).payload;
  }
  const keys = createRemoteJWKSet(new URL(config.JWT_JWKS_URL as string));
  // Asymmetric algorithms only: with a public key set, HS256 would accept the public key as secret.
  const asymmetric = { ...options, algorithms: ['RS256', 'ES256', 'EdDSA'] };
  return async (token) => (await jwtVerify(token, keys, asymmetric)).payload;
}

function identityOf(payload: JWTPayload): Identity {
  const { sub, iat, exp } = payload;
  if (
    sub === undefined ||
    !USABLE_SUBJECT.test(sub) ||
    Buffer.byteLength(sub) > MAX_SUBJECT_BYTES
  ) {
    throw unauthorized('The token names no usable subject.');
  }
  const device = payload['device_id'];
  return {
    userId: sub,
    deviceId: typeof device === 'string' && device !== '' ? device : undefined,
    issuedAtMs: (iat ?? 0) * 1000,
    expiresAtMs: exp === undefined ? Number.POSITIVE_INFINITY : exp * 1000,
  };
}

/** Whether the token itself was judged; the key set may also be away, or answer with nonsense. */
function isVerdict(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  return error.code !== errors.JOSEError.code;
}

function unauthorized(detail: string): Problem {
  return new Problem(401, 'unauthorized', detail);
}

/** The token of an `Authorization: Bearer …` header (RFC 6750 §2.1). */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
}
