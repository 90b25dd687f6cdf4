'use client';
import { ImagePlus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/ui/cn';

interface AddPhotosProps {
  /** All of the screen's width: there is no photo yet. */
  isLarge?: boolean;
  /** Files are held over it. */
  isOver: boolean;
  onAdd(files: readonly File[]): void;
}

/** Opens the device's own choice of photos, camera included; files can also be dropped on it. */
export function AddPhotos({ isLarge = false, isOver, onAdd }: AddPhotosProps) {
  const t = useTranslations('publish');
  const Icon = isLarge ? ImagePlus : Plus;
  return (
    <label
      className={cn(
        'flex flex-col items-center justify-center gap-3 border-2 border-dashed text-center transition-colors hover:bg-sunk has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf',
        isLarge ? 'aspect-4/3 rounded-panel px-6' : 'aspect-square rounded-picture',
        isOver ? 'border-leaf bg-leaf-soft' : cn('border-ink-2/50', isLarge && 'bg-surface'),
      )}
    >
      <span className={cn('grid place-items-center rounded-full', isLarge ? 'size-16 bg-leaf-soft text-leaf-ink' : 'text-ink-2')}>
        <Icon className="size-7" strokeWidth={1.9} aria-hidden />
      </span>
      <span className={isLarge ? 'text-lg font-semibold' : 'sr-only'}>{t('addPhotos')}</span>
      {isLarge && <span className="hidden text-ink-2 pointer-fine:block">{t('dropHint')}</span>}
      <input
        type="file"
        accept="image/*"
        multiple
        className="sr-only"
        onChange={({ target }) => {
          onAdd([...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}
