// Beside what the words define: what is kept of writers, the revision, the feed, and the words of names with their spellings.
CREATE CONSTRAINT writer_id IF NOT EXISTS FOR (n:Writer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kept_rows_id IF NOT EXISTS FOR (n:KeptRows) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entry_key_id IF NOT EXISTS FOR (n:EntryKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT search_word_text IF NOT EXISTS FOR (n:SearchWord) REQUIRE n.text IS UNIQUE;
CREATE INDEX entry_subject_subject IF NOT EXISTS FOR (n:EntrySubject) ON (n.subject, n.number);
CREATE CONSTRAINT proposal_id IF NOT EXISTS FOR (n:Proposal) REQUIRE n.id IS UNIQUE;
CREATE INDEX proposal_number IF NOT EXISTS FOR (n:Proposal) ON (n.number);
CREATE INDEX revision_time_number IF NOT EXISTS FOR (n:RevisionTime) ON (n.number);
CREATE INDEX spelling_key IF NOT EXISTS FOR (n:Spelling) ON (n.key);
// What was recorded or retracted in a time.
CREATE INDEX node_because IF NOT EXISTS FOR (n:Node) ON (n.because, n.recordedAt);
CREATE INDEX node_retracted_at IF NOT EXISTS FOR (n:Node) ON (n.retractedAt);
CREATE INDEX version_because IF NOT EXISTS FOR (n:Version) ON (n.because, n.recordedAt);
CREATE INDEX version_retracted_at IF NOT EXISTS FOR (n:Version) ON (n.retractedAt);
CREATE INDEX member_of_because IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.because, r.recordedAt);
CREATE INDEX member_of_retracted_at IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.retractedAt);
CREATE INDEX affiliated_with_because IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() ON (r.because, r.recordedAt);
CREATE INDEX affiliated_with_retracted_at IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() ON (r.retractedAt);
// What begins or ends on a day, in the order of ids.
CREATE INDEX member_of_from_min_and_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.fromMin, r.id);
CREATE INDEX member_of_from_max_and_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.fromMax, r.id);
CREATE INDEX member_of_until_min_and_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.untilMin, r.id);
CREATE INDEX member_of_until_max_and_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.untilMax, r.id);
CREATE INDEX affiliated_with_from_min_and_id IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() ON (r.fromMin, r.id);
CREATE INDEX affiliated_with_from_max_and_id IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() ON (r.fromMax, r.id);
CREATE INDEX affiliated_with_until_min_and_id IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() ON (r.untilMin, r.id);
CREATE INDEX affiliated_with_until_max_and_id IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() ON (r.untilMax, r.id);
// The feed: in its order, and of whom or what it is about.
CREATE CONSTRAINT feed_item_position IF NOT EXISTS FOR (n:FeedItem) REQUIRE n.position IS UNIQUE;
CREATE INDEX effective_item_position IF NOT EXISTS FOR (n:EffectiveItem) ON (n.position);
CREATE INDEX feed_item_tells IF NOT EXISTS FOR (n:FeedItem) ON (n.tells, n.at);
CREATE INDEX feed_item_person IF NOT EXISTS FOR (n:FeedItem) ON (n.person, n.position);
CREATE INDEX feed_item_body IF NOT EXISTS FOR (n:FeedItem) ON (n.body, n.position);
CREATE INDEX feed_item_municipality IF NOT EXISTS FOR (n:FeedItem) ON (n.municipality, n.position);
CREATE INDEX other_item_municipality IF NOT EXISTS FOR (n:OtherItem) ON (n.municipality, n.position);
