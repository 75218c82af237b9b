-- Nobody here asks elsewhere to quote, so no request was ever written down.
ALTER TABLE quote DROP COLUMN request_uri;
