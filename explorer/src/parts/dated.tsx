import { lang } from '../address';
import { atDates } from '../dates';

/** A text in which no date is broken over two lines. */
export const Dated = ({ text }: { text: string }) => (
  <>
    {atDates(text, lang.value).map((piece, at) =>
      at % 2 === 0 ? (
        piece
      ) : (
        <span key={at} class="day">
          {piece}
        </span>
      ),
    )}
  </>
);
