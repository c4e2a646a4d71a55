import { say, words } from '../words/words';

export interface Passage {
  id: string;
  quote: string;
  lines: readonly number[] | null;
  section: string | null;
  document: { id: string; title: string; url: string | null; date: string | null };
}

/** The words of the sources, each with its document. */
export const Passages = ({ passages }: { passages: readonly Passage[] }) => {
  const w = words.value;
  if (passages.length === 0) return null;
  return (
    <section class="passages">
      <p class="label">{w.sourceSays}:</p>
      {passages.map(({ id, quote, lines, section, document: { title, url, date } }) => (
        <figure key={id}>
          <blockquote>{quote}</blockquote>
          <figcaption>
            {url ? (
              <a href={url} rel="noreferrer" target="_blank">
                {title}
              </a>
            ) : (
              <cite>{title}</cite>
            )}
            {date && `, ${say(date)}`}
            {section && `, ${section}`}
            {lines && lines.length > 0 && `, ${w.lines(lines)}`}
          </figcaption>
        </figure>
      ))}
    </section>
  );
};
