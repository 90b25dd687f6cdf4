'use client';
import type { PhotoViewFragment } from '@/photo/photo-view.generated';
import { cn } from './cn';
import { toPhotoSource } from '@/photo/photo-source';

const GROUNDS = ['bg-sky-soft', 'bg-plum-soft', 'bg-sun-soft', 'bg-clay-soft', 'bg-leaf-soft'];

/** The same ground for the same person, everywhere. */
const groundOf = (id: string): string => GROUNDS[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % GROUNDS.length]!;

interface AvatarProps {
  person: { id: string; displayName: string; avatar?: PhotoViewFragment | null };
  className?: string;
}

/** A person's picture, or their first letter. Stands beside the name, so it says nothing by itself. */
export function Avatar({ person, className }: AvatarProps) {
  const { id, displayName, avatar } = person;
  return (
    <span aria-hidden className={cn('grid default:size-11.5 shrink-0 place-items-center overflow-hidden rounded-full default:text-lg font-semibold text-ink', groundOf(id), className)}>
      {avatar ? <img src={toPhotoSource(avatar.url)} alt="" className="size-full object-cover" /> : [...displayName.trim()][0]?.toLocaleUpperCase()}
    </span>
  );
}
