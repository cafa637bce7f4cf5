import { z } from 'zod';
import type { UserRole } from '../../../../shared/domain/auth/roles';

/** How people sign in at an OpenID provider (`deploy/CONSOLE.md`). */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scope: string;
  /** Null: roles are given here. */
  readonly roleClaim: string | null;
  readonly roleMap: ReadonlyMap<string, UserRole>;
  /** Whoever the provider vouches for becomes a user, by the role that the map gives. */
  readonly createsUsers: boolean;
  /** Of users that are created; null: the only organisation there is. */
  readonly organization: string | null;
}

/** What a browser has to bring back, and nobody else can know. */
export const begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Asked to sign in there again, whoever is signed in. */
  isForced: z.boolean(),
});
export type Begun = z.output<typeof begun>;

/** Who the provider says somebody is. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case, and vouched for by the provider; else null. */
  readonly email: string | null;
  readonly name: string | null;
  /** The values of the claim that roles are mapped from. */
  readonly claimed: readonly string[];
  /** When they showed the provider who they are; null: it does not say. */
  readonly authenticatedAt: Date | null;
}

export interface Oidc {
  readonly settings: OidcSettings;
  begin(isForced: boolean): Promise<{ readonly url: string; readonly begun: Begun }>;
  /** @throws Error of the client, for an answer that is not the one to what was begun */
  finish(returnedUrl: URL, begun: Begun): Promise<Identified>;
  /** Where the browser signs out at the provider; null where it offers none. */
  logoutUrl(): Promise<string | null>;
}

const claims = z.looseObject({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
  auth_time: z.number().optional(),
});
const claimValues = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** An ES module: it is loaded when it is needed. */
const library = () => import('openid-client');
type Configuration = InstanceType<Awaited<ReturnType<typeof library>>['Configuration']>;

/** What the provider says of itself is asked for again after so long. */
const discoveredMs = 60 * 60_000;

/** An OpenID provider, by the code flow with PKCE; it is asked of itself when somebody first signs in. */
export function createOidc(settings: OidcSettings, publicUrl: string): Oidc {
  const redirectUri = `${publicUrl}/api/v1/console/oidc/callback`;
  let found:
    { readonly configuration: Promise<Configuration>; readonly untilMs: number } | undefined;

  async function discovered(): Promise<Configuration> {
    if (found !== undefined && found.untilMs > performance.now()) return found.configuration;
    const configuration = discover();
    found = { configuration, untilMs: performance.now() + discoveredMs };
    configuration.catch(() => {
      found = undefined;
    });
    return configuration;
  }

  async function discover(): Promise<Configuration> {
    // Deprecated "only to make it stand out": settings let no other issuer than one of this machine be without TLS.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { discovery, allowInsecureRequests } = await library();
    return discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret ?? undefined,
      undefined,
      settings.issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {},
    );
  }

  return {
    settings,
    async begin(isForced) {
      const configuration = await discovered();
      const client = await library();
      const kept: Begun = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        isForced,
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
        ...(isForced ? { prompt: 'login', max_age: '0' } : {}),
      });
      return { url: url.href, begun: kept };
    },
    async finish(returnedUrl, kept) {
      const configuration = await discovered();
      const { authorizationCodeGrant } = await library();
      const callback = new URL(redirectUri);
      callback.search = returnedUrl.search;
      const tokens = await authorizationCodeGrant(configuration, callback, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.verifier,
        idTokenExpected: true,
        ...(kept.isForced ? { maxAge: 0 } : {}),
      });
      const all = tokens.claims();
      const said = claims.parse(all);
      return {
        issuer: configuration.serverMetadata().issuer,
        subject: said.sub,
        email: said.email_verified === true ? (said.email?.toLowerCase() ?? null) : null,
        name: said.name ?? null,
        claimed:
          settings.roleClaim === null
            ? []
            : (claimValues.safeParse(said[settings.roleClaim]).data ?? []),
        authenticatedAt: said.auth_time === undefined ? null : new Date(said.auth_time * 1_000),
      };
    },
    async logoutUrl() {
      const configuration = await discovered();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      const { buildEndSessionUrl } = await library();
      return buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${publicUrl}/console`,
      }).href;
    },
  };
}
