-- Once, on the first leader: psql -v ON_ERROR_STOP=1 -f FILE
CREATE ROLE minhbach LOGIN PASSWORD '@MINHBACH_PASSWORD@';
CREATE DATABASE minhbach OWNER minhbach TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
-- A node that stops in the middle of a transaction holds the number series of an agency: nobody else could hand in there.
ALTER ROLE minhbach SET idle_in_transaction_session_timeout = '5s';
