-- Those who sign in from one cluster with passwords of one generation: members of the two groups, and nothing besides. Those of the
-- generation before stay as they are, for pods that have not been replaced; older ones are shut.

\getenv cluster CLUSTER
\getenv owner OWNER
\getenv application APPLICATION

SELECT
  CASE WHEN NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN format('CREATE ROLE %I', login) END,
  format('ALTER ROLE %I LOGIN', login),
  format('GRANT %I TO %I', member_of, login),
  format('ALTER ROLE %I SET role TO %I', login, member_of), -- what it makes belongs to the group
  format('COMMENT ON ROLE %I IS %L', login, 'current at ' || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'))
FROM (VALUES ('owner', :'owner'), ('application', :'application')) AS logins (member_of, login)
\gexec

-- By when they were the current ones, and not by their number: a number may go back with a commit that is reverted.
SELECT format('ALTER ROLE %I NOLOGIN PASSWORD NULL', rolname)
FROM (
  SELECT rolname, row_number() OVER (PARTITION BY member_of ORDER BY shobj_description(oid, 'pg_authid') DESC NULLS LAST) AS age
  FROM pg_roles
  JOIN (VALUES ('owner'), ('application')) AS groups (member_of)
    ON rolname ~ ('^' || member_of || '-' || :'cluster' || '-[0-9]+$')
  WHERE rolcanlogin
) AS logins
WHERE age > 2
\gexec
