-- What repeats is stored once and pointed at by its key; keys count from 1 in the order of arrival.
--
-- There are no indexes: they would double the size and halve the speed of imports. The claims of a batch lie in the
-- order of their pairs, and the least and greatest values that DuckDB keeps of every 122,880 rows lead to a pair.

CREATE TABLE migration (version USMALLINT NOT NULL, applied TIMESTAMP NOT NULL DEFAULT current_timestamp);

-- Publishers, relations, PLOVER roots, statuses, voices, rules and kinds.
CREATE TABLE term (key UINTEGER NOT NULL, text VARCHAR NOT NULL);

-- Dates as EDTF, with the first and the last day that each can mean.
CREATE TABLE moment (key UINTEGER NOT NULL, text VARCHAR NOT NULL, first_day DATE NOT NULL, last_day DATE NOT NULL);

CREATE TABLE document (
    key UINTEGER NOT NULL,
    id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    title VARCHAR,
    publisher UINTEGER,              -- term
    published UINTEGER,              -- moment
    url VARCHAR
);

-- An actor as claims name it.
CREATE TABLE actor (key UINTEGER NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, kind UINTEGER NOT NULL);

-- Which actor another one is taken to be; that one has no row itself.
CREATE TABLE identity (actor UINTEGER NOT NULL, same_as UINTEGER NOT NULL);

-- The quote is text[start:stop] of the document, and so are the mentions.
CREATE TABLE claim (
    key UINTEGER NOT NULL,
    id VARCHAR NOT NULL,
    low UINTEGER NOT NULL,           -- the lesser key of source and target: with high, the pair whatever its direction
    high UINTEGER NOT NULL,
    document UINTEGER NOT NULL,
    publisher UINTEGER,              -- term; this and the next are the document's, so that a question reads one table
    published UINTEGER,              -- moment
    start UINTEGER NOT NULL,
    stop UINTEGER NOT NULL,
    source UINTEGER NOT NULL,        -- actor
    source_start UINTEGER NOT NULL,
    source_stop UINTEGER NOT NULL,
    target UINTEGER NOT NULL,        -- actor
    target_start UINTEGER NOT NULL,
    target_stop UINTEGER NOT NULL,
    relation UINTEGER NOT NULL,      -- term
    sign TINYINT NOT NULL,
    weight FLOAT NOT NULL,
    plover UINTEGER,                 -- term
    since UINTEGER,                  -- moment
    until UINTEGER,                  -- moment
    status UINTEGER NOT NULL,        -- term
    voice UINTEGER,                  -- term
    confidence FLOAT NOT NULL,
    rule UINTEGER NOT NULL           -- term
);

-- What people and rules decided about the record: a log that is only ever added to.
CREATE TABLE judgement (
    key UINTEGER NOT NULL,
    made TIMESTAMP NOT NULL DEFAULT current_timestamp,
    maker VARCHAR NOT NULL,
    verb VARCHAR NOT NULL,           -- such as merge, split, rename, kind
    subject VARCHAR NOT NULL,        -- the id of an actor or a claim
    object VARCHAR,                  -- the id of another, or a name
    reason VARCHAR
);
