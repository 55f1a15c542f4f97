"""The tables of a file of the index."""

from __future__ import annotations

SHARD = """
create table doc(
    id integer primary key, -- in a shard by date: the newest is 1
    path text not null, stamps text not null,
    brief text not null, title text not null, sorted text not null, folded text not null,
    published text not null, day integer not null, first integer, last integer,
    publisher text not null, marking text,
    points integer not null, actors integer not null, relations integer not null,
    events integer not null, passages integer not null, findings integer not null
);
create table body(id integer primary key, z blob not null); -- apart: lists pass over it
create table actor(
    doc integer not null, actor text not null, name text not null, type text,
    mentions integer not null, positive integer not null, neutral integer not null,
    negative integer not null, primary key (doc, actor)
) without rowid;
create table actor_sum( -- of a shard: its briefs added up, by what they call the actor
    actor text not null, name text not null, type text, briefs integer not null,
    mentions integer not null, positive integer not null, neutral integer not null,
    negative integer not null, primary key (actor, name)
) without rowid;
create table event(
    doc integer not null, id text not null, sort integer not null,
    first integer, last integer, date text not null, title text not null, type text not null,
    place text, place_id text, least integer, most integer, tense text not null, marking text,
    passages integer not null, actors text not null, primary key (doc, id)
) without rowid;
create table relation(
    doc integer not null, id text not null, sort integer not null,
    first integer, last integer, since text, until text,
    source text not null, target text not null, type text not null, inverse text not null,
    sign integer not null, status text not null, confidence text, marking text,
    passages integer not null, contested integer not null, primary key (doc, id)
) without rowid;
create table link(
    doc integer not null, point text not null, how text not null, target text not null
);
create table point_marking( -- of a point that is marked; all else of points is in the documents
    doc integer not null, point text not null, marking text not null, primary key (doc, point)
) without rowid;
create virtual table ft using fts5(x, tokenize='ascii', content='', columnsize=0);
create table terms(term text primary key, df integer not null) without rowid;
create table pre( -- of a short prefix that many words begin with: its most frequent ones
    prefix text not null, rank integer not null, term text not null, df integer not null,
    primary key (prefix, rank)
) without rowid;
create table typo( -- the words that are near each other, by what they have in common
    key text primary key, near text not null
) without rowid;
create table problem(path text primary key, stamps text not null, diagnostics text not null);
create table touched(path text primary key, stamps text not null);
"""
"""A shard; a delta has the last two tables filled, and `pre` and `actor_sum` empty."""

INDEXES = """
create index doc_by_day on doc(-day, brief, path);
create index doc_by_title on doc(sorted, -day, brief, path);
create index doc_by_brief on doc(brief);
create index doc_by_path on doc(path);
create index doc_counts on doc(points, actors, relations, events, passages, findings);
create index actor_by_id on actor(actor, doc);
create index event_by_date on event(sort, last, id);
create index relation_by_date on relation(sort, last, id);
create index link_by_doc on link(doc);
"""
"""Made once the rows are in a shard; from the start in a delta."""

PART = """
create table if not exists made_with(program text not null, words blob not null);
create table if not exists record(
    path text primary key, stamps text not null, day integer not null, brief text not null,
    head text not null, body blob not null, terms text not null, rows text not null
);
create index if not exists record_by_day on record(-day, brief, path);
create table if not exists problem(
    path text primary key, stamps text not null, diagnostics text not null
);
"""
"""What an unfinished run has read."""

SUMS = """
select actor, name, max(type) as type, count(*) as briefs, sum(mentions) as mentions,
    sum(positive) as positive, sum(neutral) as neutral, sum(negative) as negative
from actor where {} group by actor, name
"""
"""What is added up of actors, under some condition."""

LONGEST_PREFIX = 4
COMPLETIONS = 64
"""So many words for each prefix of up to LONGEST_PREFIX characters."""

UNSEEN = ("±", "§")
"""What terms begin with that nobody completes."""
VOCABULARY = f"""
create virtual table temp.vocabulary using fts5vocab('main', 'ft', 'row');
insert into terms select term, doc from temp.vocabulary where substr(term, 1, 1) not in {UNSEEN};
drop table temp.vocabulary;
"""
TOP_WORDS = f"""
insert into pre select prefix, rank, term, df from (
    select substr(term, 1, ?1) as prefix, term, df, row_number() over (
        partition by substr(term, 1, ?1) order by df desc, term) as rank,
        count(*) over (partition by substr(term, 1, ?1)) as words
    from terms where length(term) >= ?1
) where rank <= {COMPLETIONS} and words > {COMPLETIONS}
"""
"""Where a prefix has no more words than these, all of them are as quickly found."""
