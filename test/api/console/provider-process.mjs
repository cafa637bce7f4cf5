/* A real OpenID provider of its own process: `oidc-provider`, with the login form that it ships for development. */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [, , redirectUri, postLogoutUri] = process.argv;

/** Whoever signs in as `name+group` is in that group; `unverified` has an address that nobody vouches for. */
const account = (id) => ({
  accountId: id,
  claims: () => {
    const [name, group] = id.split('+');
    return {
      sub: id,
      name,
      email: `${name}@Example.org`,
      email_verified: !name.startsWith('unverified'),
      groups: group === undefined ? [] : [group],
    };
  },
});

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const issuer = `http://127.0.0.1:${String(port)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'verifa',
        client_secret: 'a-secret-of-the-tests',
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [postLogoutUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    findAccount: (_context, id) => account(id),
    claims: {
      openid: ['sub'],
      profile: ['name', 'groups'],
      email: ['email', 'email_verified'],
      auth_time: null,
    },
    conformIdTokenClaims: false,
    cookies: { keys: ['of-the-tests'] },
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
