import type { SourceInput } from '../generated/graphql';
import { editWords } from '../words/edit';
import { DayField } from './day-field';
import { type Given, TextField } from './inputs';
import { type Values, unreadOf } from './form';

/** What the fields say of where it stands; null: nothing. */
export const sourceOf = ({ sourceTitle, sourceDate, sourceUrl, sourceQuote }: Values): SourceInput | null =>
  sourceTitle && sourceQuote
    ? {
        passage: {
          document: { new: { title: sourceTitle, kind: 'document', ...(sourceDate && { date: sourceDate }), ...(sourceUrl && { url: sourceUrl }) } },
          quote: sourceQuote,
        },
      }
    : null;

/** Of a document that is named, what is missing or cannot be read: the labels of its fields. */
export const missingOfSource = (values: Values): string[] => {
  const w = editWords.value;
  if (!values['sourceTitle']) return [];
  return [...(values['sourceQuote']?.trim() ? [] : [w.quote]), ...(values[unreadOf('sourceDate')] ? [w.documentDate] : [])];
};

/** Where it stands: all of it may be left out, a document needs its words. */
export const Source = ({ values, set }: { values: Values; set: (name: string) => Given['onChange'] }) => {
  const w = editWords.value;
  const isNamed = Boolean(values['sourceTitle']);
  return (
    <fieldset class="field">
      <legend>{w.whereSays}</legend>
      <TextField label={w.document} help={w.documentHelp} value={values['sourceTitle'] ?? ''} onChange={set('sourceTitle')} />
      {isNamed && (
        <>
          <TextField label={w.quote} isLong isRequired value={values['sourceQuote'] ?? ''} onChange={set('sourceQuote')} />
          <DayField label={w.documentDate} value={values['sourceDate'] ?? ''} unread={values[unreadOf('sourceDate')]} onChange={set('sourceDate')} />
          <TextField label={w.documentUrl} value={values['sourceUrl'] ?? ''} onChange={set('sourceUrl')} />
        </>
      )}
    </fieldset>
  );
};
