-- Who proves an identity of the cloud's instead of a password. The cloud has made the user.

\getenv identity IDENTITY

GRANT application TO :"identity";
