'use client';
import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from './cn';

export const fieldClasses =
  'w-full rounded-[0.875rem] border border-line bg-surface default:px-4 default:py-3 text-lg text-ink placeholder:text-ink-2 aria-invalid:border-clay';

/** What ties a control to its name, and to what is said of it. */
interface FieldControl {
  id?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
}

const ControlContext = createContext<FieldControl>({});

/** For a control that is none of the two below: to be spread on it. */
export const useFieldControl = (): FieldControl => useContext(ControlContext);

interface FieldProps {
  label: ReactNode;
  /** Said below it, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong with it, for a person; without it, nothing. */
  error?: string | null | undefined;
  children: ReactNode;
  className?: string;
}

/** A control with its name above it, and below it what helps, or what is wrong. */
export function Field({ label, hint, error, children, className }: FieldProps) {
  const id = useId();
  const wordsId = `${id}-words`;
  const control: FieldControl = { id, 'aria-describedby': error || hint ? wordsId : undefined, 'aria-invalid': error ? true : undefined };
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-base font-semibold">
        {label}
      </label>
      <ControlContext value={control}>{children}</ControlContext>
      {error ? (
        <p id={wordsId} role="alert" className="text-xs font-medium text-clay-ink">
          {error}
        </p>
      ) : (
        hint && (
          <p id={wordsId} className="text-xs text-ink-2">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

type TextInputProps = ComponentProps<'input'> & { onValueChange?(value: string): void };

/** One line of text, inside a `Field`. */
export function TextInput({ className, onValueChange, onChange, ...props }: TextInputProps) {
  return (
    <input
      dir="auto"
      {...useFieldControl()}
      {...props}
      onChange={(event) => {
        onChange?.(event);
        onValueChange?.(event.target.value);
      }}
      className={cn(fieldClasses, className)}
    />
  );
}

/** Several lines of text, inside a `Field`; grows with what is written. */
export const TextArea = ({ className, ...props }: ComponentProps<'textarea'>) => (
  <textarea dir="auto" {...useFieldControl()} {...props} className={cn(fieldClasses, 'field-sizing-content default:min-h-24 resize-none leading-relaxed', className)} />
);
