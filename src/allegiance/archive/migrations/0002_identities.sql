-- How sure it is that an actor is the other one, on what grounds, and by which of its names that was found.
CREATE TABLE ground (actor UINTEGER NOT NULL, score FLOAT NOT NULL, text VARCHAR NOT NULL, like_name VARCHAR);

-- What an actor is called and what it is, where its earliest name does not say so, and its entity in the gazetteer.
CREATE TABLE called (actor UINTEGER NOT NULL, name VARCHAR NOT NULL, kind UINTEGER NOT NULL, entity VARCHAR);

-- In a document, an actor that is an office ("the Iraqi prime minister") stands for the one who held it at the time.
CREATE TABLE stand_in (document UINTEGER NOT NULL, actor UINTEGER NOT NULL, same_as UINTEGER NOT NULL);

-- The entities of users' gazetteers, as lines of FollowTheMoney JSON: who is who must not depend on what lies where.
CREATE TABLE gazetteer (key UINTEGER NOT NULL, line VARCHAR NOT NULL);
