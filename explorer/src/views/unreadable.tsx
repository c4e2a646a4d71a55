import { go, hrefHere } from '../address';
import { DateField } from '../parts/date-field';
import { View } from '../parts/view';
import { type Unreadable } from '../unreadable';
import { words } from '../words/words';

const Told = ({ one: { name, given, requires, of = {} } }: { one: Unreadable }) => {
  const w = words.value;
  return (
    <section>
      <p class="bad" role="alert">
        {w.cannotRead(name, given)} {w.required[requires]}
        {requires === 'one' && ` ${Object.keys(of).join(', ')}.`}
      </p>
      {requires === 'day' && (
        <DateField label={w.daysSaid[name as keyof typeof w.daysSaid]} value="" given={given} onPick={(day) => go(hrefHere({ [name]: day }))} />
      )}
      <p>
        <a href={hrefHere({ [name]: null })}>{w.withoutIt(name)}</a>
      </p>
    </section>
  );
};

/** What the address says and nobody can read: what was given, what is required, and nothing that was not asked for. */
export const UnreadableAddress = ({ all }: { all: readonly Unreadable[] }) => (
  <View title={words.value.unreadableTitle}>
    {all.map((one) => (
      <Told key={`${one.name} ${one.given}`} one={one} />
    ))}
  </View>
);
