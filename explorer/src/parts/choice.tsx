import { useId } from 'preact/hooks';

interface Given {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onPick: (value: string) => void;
}

/** One of few. */
export const Choice = ({ label, value, options, onPick }: Given) => {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Yes or no. */
export const Check = ({ label, isOn, onPick }: { label: string; isOn: boolean; onPick: (isOn: boolean) => void }) => (
  <label class="check">
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onPick(currentTarget.checked)} />
    {label}
  </label>
);
