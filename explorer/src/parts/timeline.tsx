import { useEffect, useRef, useState } from 'preact/hooks';
import { day, go, hrefHere } from '../address';
import { byAlphabet } from '../alphabet';
import { addDays, dayNumber, dayOf, today } from '../dates';
import { type Span, isEverSure, isOpenEnded, saySpan } from '../sureness';
import { say, words } from '../words/words';
import { ShowAll, useShown } from './all-shown';
import { To } from './links';

export interface Bar {
  id: string;
  label: string;
  /** Where the label leads. */
  thing: { id: string };
  beside: string;
  span: Span;
  sightings: readonly string[];
}

const REST_MS = 250;
const MANY = 40;
/** Beyond it there is no room for a year, in percent. */
const ROOM = 94;

/** The days on which something happens: where what is known of a seat changes, or of what goes with it. */
export const daysOf = (spans: readonly Span[]): string[] =>
  [...new Set(spans.flatMap(({ fromMin, fromMax, untilMin, untilMax }) => [fromMin, fromMax, untilMin, untilMax]))]
    .filter((one): one is string => one !== null)
    .sort();

interface Scale {
  first: number;
  last: number;
}

const scaleOf = (days: readonly string[]): Scale => {
  const all = [...days, day.value].sort();
  const first = dayNumber(all[0] ?? today());
  const last = dayNumber(all.at(-1) ?? today());
  const margin = Math.max(60, Math.round((last - first) * 0.04));
  return { first: first - margin, last: last + margin };
};

const at = ({ first, last }: Scale, date: string | null, otherwise: number): number =>
  date ? Math.min(100, Math.max(0, (100 * (dayNumber(date) - first)) / (last - first))) : otherwise;

const percent = (value: number): string => `${value.toFixed(3)}%`;

const Track = ({ bar: { span, sightings }, scale }: { bar: Bar; scale: Scale }) => {
  const w = words.value;
  const from = at(scale, span.fromMin, 0);
  const until = at(scale, span.untilMax, 100);
  const sureFrom = at(scale, span.fromMax, 0);
  const sureUntil = isOpenEnded(span) ? 100 : at(scale, span.untilMin, 0);
  return (
    <div class="track">
      <div
        class={`maybe${span.fromMin ? '' : ' open-start'}${span.untilMax ? '' : ' open-end'}`}
        style={{ left: percent(from), width: percent(Math.max(0, until - from)) }}
      />
      {isEverSure(span) && <div class="certain" style={{ left: percent(sureFrom), width: percent(Math.max(0, sureUntil - sureFrom)) }} />}
      {sightings.map((one) => (
        <div key={one} class="sighting" style={{ left: percent(at(scale, one, 0)) }} title={w.seenOn(say(one))} />
      ))}
    </div>
  );
};

/** To which side of its line a label is written, so that it stays within. */
const sideOf = (left: number): string => (left < 15 ? 'right' : left > 85 ? 'left' : 'middle');

const yearsOf = (scale: Scale): { text: string; left: number }[] => {
  const from = Number(dayOf(scale.first).slice(0, 4)) + 1;
  const until = Number(dayOf(scale.last).slice(0, 4));
  const step = Math.max(1, Math.ceil((until - from + 1) / 8));
  const years = Array.from({ length: Math.max(0, Math.floor((until - from) / step) + 1) }, (_, index) => {
    const text = String(from + index * step);
    return { text, left: at(scale, `${text.padStart(4, '0')}-01-01`, 0) };
  });
  return years.filter(({ left }) => left < ROOM);
};

/**
 * A slider whose steps are the days on which something happens; it asks when it has come to rest. Where one rests is an address that the browser
 * can go back to; while the slider is held, all that it rests on is one.
 */
const Days = ({ days }: { days: readonly string[] }) => {
  const w = words.value;
  const nearest = Math.max(
    0,
    days.findLastIndex((one) => one <= day.value),
  );
  const [index, setIndex] = useState(nearest);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const held = useRef({ isNow: false, isSaid: false });
  useEffect(() => setIndex(nearest), [nearest]);
  const rest = (date: string | undefined): void => {
    timer.current = null;
    if (!date || date === day.value) return;
    go(hrefHere({ asOf: date }), { replace: held.current.isSaid });
    held.current.isSaid = held.current.isNow;
  };
  const move = (to: number): void => {
    const next = Math.min(days.length - 1, Math.max(0, to));
    setIndex(next);
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => rest(days[next]), REST_MS);
  };
  const letGo = (): void => {
    held.current = { isNow: false, isSaid: held.current.isSaid && timer.current !== null };
  };
  const earlier = days.findLastIndex((one) => one < day.value);
  const later = days.findIndex((one) => one > day.value);
  return (
    <div class="days">
      <button type="button" disabled={earlier < 0} onClick={() => move(earlier)}>
        ‹ {w.before}
      </button>
      <input
        type="range"
        min={0}
        max={days.length - 1}
        step={1}
        value={index}
        aria-label={w.dayOfChange}
        aria-valuetext={say(days[index] ?? day.value)}
        onInput={({ currentTarget }) => {
          held.current.isNow = true;
          move(Number(currentTarget.value));
        }}
        onChange={letGo}
      />
      <button type="button" disabled={later < 0} onClick={() => move(later)}>
        {w.after} ›
      </button>
    </div>
  );
};

interface TimelineGiven {
  bars: readonly Bar[];
  /** What begins and ends beside the seats: leaves, stand-ins, ties, terms. */
  beside: readonly Span[];
}

/** Bars for the four bounds of each seat, sightings as marks, and the day that is seen. */
export const Timeline = ({ bars, beside }: TimelineGiven) => {
  const w = words.value;
  const sorted = [...bars].sort(
    (a, b) => (a.span.fromMax ?? a.span.fromMin ?? '').localeCompare(b.span.fromMax ?? b.span.fromMin ?? '') || byAlphabet(a.label, b.label),
  );
  const { shown, lineOf, showAll } = useShown<Bar, HTMLLIElement>(sorted, MANY);
  if (bars.length === 0) return null;
  const days = daysOf([...bars.map(({ span }) => span), ...beside]);
  const scale = scaleOf(daysOf(bars.map(({ span }) => span)));
  return (
    <section class="timeline">
      <h2>{w.seatsTime}</h2>
      {days.length > 1 && <Days days={days} />}
      <p class="note">{w.timelineHelp}</p>
      <div class="chart">
        <div class="axis" aria-hidden="true">
          {yearsOf(scale).map(({ text, left }) => (
            <span key={text} class={left > 86 ? 'last' : undefined} style={{ left: percent(left) }}>
              {text}
            </span>
          ))}
          <span class={`today ${sideOf(at(scale, day.value, 0))}`} style={{ left: percent(at(scale, day.value, 0)) }}>
            {say(day.value)}
          </span>
        </div>
        <ol>
          {shown.map((bar, index) => (
            <li key={bar.id} {...lineOf(index)}>
              <div class="label">
                <To thing={bar.thing}>{bar.label}</To> <span class="beside">{bar.beside}</span>
                <span class="unseen">
                  {saySpan(bar.span).join(' ')} {bar.sightings.map((one) => w.seenOn(say(one))).join(', ')}
                </span>
              </div>
              <Track bar={bar} scale={scale} />
            </li>
          ))}
        </ol>
        <div class="cursor" aria-hidden="true">
          <div style={{ left: percent(at(scale, day.value, 0)) }} />
        </div>
      </div>
      <ShowAll total={bars.length} showAll={showAll} />
    </section>
  );
};

/** The days of a seat's sources that lie within it: there it was seen. */
export const sightingsOf = (span: Span, observed: readonly (string | null)[], documents: readonly { document: { date: string | null } }[]): string[] => {
  const [first, last] = observed;
  const within = documents
    .map(({ document }) => document.date)
    .filter((date): date is string => date?.length === 10 && !!first && !!last && date >= first && date <= last);
  return [...new Set([...observed.filter((one): one is string => one !== null), ...within])]
    .filter((one) => !span.untilMax || one < addDays(span.untilMax, 1))
    .sort();
};
