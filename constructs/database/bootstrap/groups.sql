-- What the users of the database may do. Run by its administrator, who need not be a superuser, as often as one likes: what is
-- right already stays as it is.
--
-- "owner" and "application" are groups: nobody signs in as one. What migrations make belongs to "owner", whichever member ran
-- them, and "application" may read and write rows of all that "owner" makes from then on.

SET client_min_messages = warning; -- "is already a member" is no news

-- Jobs of several clusters come one after the other.
SELECT pg_advisory_xact_lock(hashtext('users of the database'));

SELECT format('CREATE ROLE %I NOLOGIN', name)
FROM (VALUES ('owner'), ('application')) AS groups (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

-- Whoever makes a role may hand it on, and since 16 is no member of it (https://www.postgresql.org/docs/16/role-attributes.html).
GRANT owner TO CURRENT_USER;

SELECT format('ALTER DATABASE %I OWNER TO owner', datname)
FROM pg_database
WHERE datname = current_database() AND datdba <> 'owner'::regrole
\gexec

SET LOCAL ROLE owner;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO application;
-- Since 15 the schema "public" belongs to whoever owns the database (https://www.postgresql.org/docs/15/ddl-schemas.html).
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO application;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO application;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO application;
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO application;
RESET ROLE;
