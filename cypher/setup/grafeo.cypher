// Beside what the words define: what is kept of writers, the revision, and the words of names with their spellings. A unique constraint needs an index beside it.
CREATE INDEX writer_id_index IF NOT EXISTS FOR (n:Writer) ON (n.id);
CREATE INDEX kept_rows_id_index IF NOT EXISTS FOR (n:KeptRows) ON (n.id);
CREATE INDEX entry_key_id_index IF NOT EXISTS FOR (n:EntryKey) ON (n.id);
CREATE INDEX entry_subject_subject_index IF NOT EXISTS FOR (n:EntrySubject) ON (n.subject);
CREATE INDEX proposal_id_index IF NOT EXISTS FOR (n:Proposal) ON (n.id);
CREATE INDEX proposal_number_index IF NOT EXISTS FOR (n:Proposal) ON (n.number);
CREATE INDEX revision_time_number_index IF NOT EXISTS FOR (n:RevisionTime) ON (n.number);
CREATE INDEX revision_id_index IF NOT EXISTS FOR (n:Revision) ON (n.id);
CREATE INDEX search_word_text_index IF NOT EXISTS FOR (n:SearchWord) ON (n.text);
CREATE INDEX spelling_key_index IF NOT EXISTS FOR (n:Spelling) ON (n.key);
CREATE CONSTRAINT writer_id IF NOT EXISTS FOR (n:Writer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kept_rows_id IF NOT EXISTS FOR (n:KeptRows) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entry_key_id IF NOT EXISTS FOR (n:EntryKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT proposal_id IF NOT EXISTS FOR (n:Proposal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT search_word_text IF NOT EXISTS FOR (n:SearchWord) REQUIRE n.text IS UNIQUE;
