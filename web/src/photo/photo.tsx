'use client';
import { Package } from 'lucide-react';
import { useEffect, useState, useRef } from 'react';
import { cn } from '@/ui/cn';
import { whenIdle } from '@/ui/when-idle';
import { toAverageColour } from './average-colour';
import { toPhotoSource } from './photo-source';
import type { PhotoViewFragment } from './photo-view.generated';

/** The sizes in which the photo store gives pictures, in pixels of width; the full one is `url`. */
const WIDTHS = [320, 640, 1280];

const toBytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

async function drawThumbhash(thumbhash: string): Promise<string> {
  const { thumbHashToDataURL } = await import('thumbhash');
  return thumbHashToDataURL(toBytes(thumbhash));
}

function toSourceSet({ url, width }: PhotoViewFragment): string {
  const source = toPhotoSource(url);
  const smaller = WIDTHS.filter((candidate) => candidate < width).map((candidate) => `${source.replace(/\.webp$/, `-${candidate}.webp`)} ${candidate}w`);
  return [...smaller, `${source} ${width}w`].join(', ');
}

interface PhotoProps {
  photo: PhotoViewFragment | null | undefined;
  /** Said in place of the picture; the empty string where the words beside it say it. */
  alt: string;
  /** How wide it is drawn, as in the attribute `sizes`. */
  sizes: string;
  /** Among the first things seen: loaded at once. */
  isFirst?: boolean;
  className?: string;
}

/** A picture that fills its frame. Until it is there: its mean colour, then its thumbhash. */
export function Photo({ photo, alt, sizes, isFirst = false, className }: PhotoProps) {
  const image = useRef<HTMLImageElement>(null);
  const [placeholder, setPlaceholder] = useState<string | null>(null);
  const thumbhash = photo?.thumbhash ?? null;
  useEffect(() => {
    if (!thumbhash) return;
    // Not while the page comes to life; by then most pictures that are seen are there.
    return whenIdle(() => {
      if (image.current?.complete) return;
      drawThumbhash(thumbhash).then(
        (drawn) => !image.current?.complete && setPlaceholder(drawn),
        () => {},
      );
    });
  }, [thumbhash]);
  if (!photo) {
    return (
      <span role="img" aria-label={alt || undefined} aria-hidden={alt === ''} className={cn('default:grid default:size-full place-items-center bg-sunk text-ink-2', className)}>
        <Package className="size-[28%] max-h-12" strokeWidth={1.4} />
      </span>
    );
  }
  return (
    <img
      ref={image}
      src={toPhotoSource(photo.url)}
      srcSet={toSourceSet(photo)}
      sizes={sizes}
      width={photo.width}
      height={photo.height}
      alt={alt}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : 'auto'}
      decoding={isFirst ? 'sync' : 'async'}
      onLoad={() => setPlaceholder(null)}
      className={cn('default:block default:size-full bg-cover object-cover', className)}
      style={{ backgroundColor: thumbhash ? toAverageColour(toBytes(thumbhash)) : 'var(--sunk)', backgroundImage: placeholder ? `url(${placeholder})` : undefined }}
    />
  );
}
