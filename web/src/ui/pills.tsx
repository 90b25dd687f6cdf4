'use client';
import { useId, type ReactNode } from 'react';
import { cn } from './cn';

interface PillChoice<Value extends string> {
  value: Value;
  label: ReactNode;
}

interface PillsProps<Value extends string> {
  /** What is chosen. */
  label: ReactNode;
  choices: readonly PillChoice<Value>[];
  className?: string;
}

const pillClasses =
  'relative inline-flex min-h-10.5 cursor-pointer items-center rounded-full border border-line bg-surface px-4 text-base font-medium transition-colors hover:bg-sunk has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf';

function Pills<Value extends string>({ label, choices, className, type, isOn, onPress }: PillsProps<Value> & { type: 'radio' | 'checkbox'; isOn(value: Value): boolean; onPress(value: Value): void }) {
  const name = useId();
  return (
    <fieldset className={cn('flex flex-col gap-2.5', className)}>
      <legend className="mb-2.5 text-base font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <label key={value} className={pillClasses}>
            <input type={type} name={name} value={value} checked={isOn(value)} onChange={() => onPress(value)} className="absolute inset-0 size-full cursor-pointer appearance-none rounded-full outline-none" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of a few, as pills. */
export const RadioPills = <Value extends string>({ value, onChange, ...props }: PillsProps<Value> & { value: Value; onChange(value: Value): void }) => (
  <Pills {...props} type="radio" isOn={(candidate) => candidate === value} onPress={onChange} />
);

/** Some of a few, as pills. */
export const CheckPills = <Value extends string>({ values, onChange, ...props }: PillsProps<Value> & { values: readonly Value[]; onChange(values: Value[]): void }) => (
  <Pills
    {...props}
    type="checkbox"
    isOn={(candidate) => values.includes(candidate)}
    onPress={(pressed) => onChange(values.includes(pressed) ? values.filter((value) => value !== pressed) : [...values, pressed])}
  />
);
