'use client';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '@base-ui/react/combobox';
import { MapPin, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { cn } from '@/ui/cn';
import { Field, fieldClasses, useFieldControl } from '@/ui/field';
import { isSameTown, type Town } from './town';
import { TownsDocument } from './towns.generated';

export interface TownFieldProps {
  label: ReactNode;
  value: Town | null;
  onChange(town: Town | null): void;
  hint?: ReactNode;
  /** What is wrong with it, for a person. */
  error?: string | null | undefined;
  autoFocus?: boolean;
}

/** So long after the last key the graph is asked, in milliseconds. */
const PAUSE_MS = 180;
const toLabel = ({ name, department }: Town): string => (department ? `${name} (${department})` : name);

function useSuggestions(typed: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim().slice(0, 200)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, previousData, loading, error } = useQuery(TownsDocument, { variables: { startingWith: asked }, skip: asked === '' });
  const isTyping = asked !== typed.trim().slice(0, 200);
  return { towns: asked === '' ? [] : ((data ?? previousData)?.towns ?? []), isPending: isTyping || loading, error };
}

function TownInput({ autoFocus }: { autoFocus: boolean }) {
  const t = useTranslations('town');
  return (
    <Combobox.Input
      dir="auto"
      {...useFieldControl()}
      autoFocus={autoFocus}
      autoComplete="off"
      enterKeyHint="done"
      placeholder={t('placeholder')}
      className={cn(fieldClasses, 'h-13 px-11.5 py-0')}
    />
  );
}

/** See `TownField`. */
export function TownCombobox({ label, value, onChange, hint, error, autoFocus = false }: TownFieldProps) {
  const t = useTranslations('town');
  const [typed, setTyped] = useState(value ? toLabel(value) : '');
  const isChosen = value !== null && typed === toLabel(value);
  const { towns, isPending, error: failure } = useSuggestions(isChosen ? '' : typed);
  const items: Town[] = isChosen ? [value] : towns.map(({ name, department, lat, lng }) => ({ name, department: department ?? null, lat, lng }));
  const hasNone = typed.trim() !== '' && !isPending && items.length === 0;

  return (
    <Field label={label} hint={hint} error={error}>
      <Combobox.Root
        items={items}
        filter={null}
        autoHighlight
        value={value}
        onValueChange={(town: Town | null) => {
          onChange(town);
          setTyped(town ? toLabel(town) : '');
        }}
        inputValue={typed}
        onInputValueChange={(text, { reason }) => {
          if (reason === 'item-press') return;
          setTyped(text);
          // Half a name is no town: what was chosen before does not hide behind it.
          if (reason === 'input-change' && value && text !== toLabel(value)) onChange(null);
        }}
        itemToStringLabel={toLabel}
        isItemEqualToValue={isSameTown}
      >
        <Combobox.InputGroup className="relative">
          <MapPin className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-ink-2" aria-hidden />
          <TownInput autoFocus={autoFocus} />
          <Combobox.Clear aria-label={t('clear')} className="absolute top-1/2 right-1 grid size-11 -translate-y-1/2 place-items-center rounded-full text-ink-2 hover:text-ink">
            <X className="size-5" aria-hidden />
          </Combobox.Clear>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={6} className="z-70 outline-none">
            <Combobox.Popup className="w-(--anchor-width) max-w-(--available-width) overflow-hidden rounded-[0.875rem] border border-line bg-surface">
              <Combobox.Status className="text-xs text-ink-2">
                {typed.trim() === '' ? <span className="block px-4 py-3">{t('typeToSearch')}</span> : failure ? <span className="block px-4 py-3">{t('failed')}</span> : hasNone ? <span className="block px-4 py-3">{t('none')}</span> : null}
              </Combobox.Status>
              <Combobox.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto data-empty:hidden">
                {(town: Town) => (
                  <Combobox.Item key={`${town.name} ${town.department}`} value={town} className="flex min-h-12 items-center gap-3 px-4 py-2 outline-none select-none data-highlighted:bg-sunk">
                    <span className="font-semibold">{town.name}</span>
                    <span className="text-xs text-ink-2">{town.department}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  );
}
