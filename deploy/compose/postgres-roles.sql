-- The databases and the logins that use them (deploy/ROLES.md), by a superuser, any number of times: what is there stays,
-- passwords become those of the environment. Works on any Postgres of release 14 or later.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv api_password API_PASSWORD
\getenv worker_password WORKER_PASSWORD
\getenv temporal_password TEMPORAL_PASSWORD

SELECT format('CREATE ROLE %I NOLOGIN', name)
  FROM unnest(ARRAY['verifa_application', 'verifa_system',
                    'verifa_owner', 'verifa_api', 'verifa_worker', 'temporal']) AS roles(name)
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

-- Owns the tables: migrations and commands. Nobody's superuser, and makes no roles.
ALTER ROLE verifa_owner LOGIN INHERIT PASSWORD :'owner_password';
GRANT verifa_application, verifa_system TO verifa_owner;
-- Can do nothing but take on the role of one tenant, or, the worker, of the service's own housekeeping.
ALTER ROLE verifa_api LOGIN NOINHERIT PASSWORD :'api_password';
GRANT verifa_application TO verifa_api;
ALTER ROLE verifa_worker LOGIN NOINHERIT PASSWORD :'worker_password';
GRANT verifa_application, verifa_system TO verifa_worker;
ALTER ROLE temporal LOGIN PASSWORD :'temporal_password';

SELECT format('CREATE DATABASE %I OWNER %I', name, owner)
  FROM (VALUES ('verifa', 'verifa_owner'), ('temporal', 'temporal'), ('temporal_visibility', 'temporal'))
    AS databases(name, owner)
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name)
\gexec

-- Roles are the whole server's: each reaches its own databases.
REVOKE ALL ON DATABASE verifa, temporal, temporal_visibility FROM PUBLIC;
GRANT CONNECT ON DATABASE verifa TO verifa_api, verifa_worker;

\connect verifa
-- Trusted, but on some hosts only a superuser may.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
-- Where a superuser made the database the schema is its, and the owner could make no table.
ALTER SCHEMA public OWNER TO verifa_owner;
\connect temporal_visibility
-- Temporal's own schema asks for it.
CREATE EXTENSION IF NOT EXISTS btree_gin;
