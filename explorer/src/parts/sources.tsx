import { say, words } from '../words/words';
import { ownWordOf } from './links';

export interface Passage {
  id: string;
  quote: string;
  lines: readonly number[] | null;
  section: string | null;
  document: { id: string; title: string; url: string | null; date: string | null };
}

/** What is said in a document, or by who wrote the entry: the latter quotes nobody. */
export const saySource = ({ document, quote }: Pick<Passage, 'quote'> & { document: Pick<Passage['document'], 'id' | 'title'> }): string =>
  ownWordOf(document) ?? `${document.title}: ${quote}`;

/** All that is said of something, in one line. */
export const saySources = (passages: readonly Passage[]): string => passages.map(saySource).join(' | ');

/** The words of a document: their language is the document's, which the record does not say, and not that of the page. */
const Quoted = ({ passage: { quote, lines, section, document } }: { passage: Passage }) => {
  const w = words.value;
  const { title, url, date } = document;
  return (
    <figure>
      <blockquote lang="">{quote}</blockquote>
      <figcaption>
        {url ? (
          <a href={url} rel="noreferrer" target="_blank" lang="">
            {title}
          </a>
        ) : (
          <cite lang="">{title}</cite>
        )}
        {date && `, ${say(date)}`}
        {section && `, ${section}`}
        {lines && lines.length > 0 && `, ${w.lines(lines)}`}
      </figcaption>
    </figure>
  );
};

/** The words of the sources, each with its document; what stands on the word of who wrote it is told as that. */
export const Passages = ({ passages }: { passages: readonly Passage[] }) => {
  const w = words.value;
  const quoted = passages.filter(({ document }) => !ownWordOf(document));
  const own = [...new Set(passages.flatMap(({ document }) => ownWordOf(document) ?? []))];
  if (passages.length === 0) return null;
  return (
    <section class="passages">
      {quoted.length > 0 && <p class="label">{w.sourceSays}:</p>}
      {quoted.map((passage) => (
        <Quoted key={passage.id} passage={passage} />
      ))}
      {own.map((said) => (
        <p key={said}>
          {w.sources}: {said}
        </p>
      ))}
    </section>
  );
};
