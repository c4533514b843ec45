-- Who proves an identity of the cloud's instead of a password, as a member of the server's group for that. Without a password nobody
-- else signs in as it (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html).

\getenv identity IDENTITY
\getenv identity_group IDENTITY_GROUP

SELECT format('CREATE ROLE %I LOGIN', :'identity')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'identity')
\gexec

GRANT :"identity_group" TO :"identity";
GRANT application TO :"identity";
