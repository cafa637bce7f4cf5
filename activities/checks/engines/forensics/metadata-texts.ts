import exifr from 'exifr';
import type { Metadata } from 'sharp';
import { z } from 'zod';

/** What the metadata says that may name a program; personal and a stranger's, so it stays here. */
export interface MetadataTexts {
  readonly software: readonly string[];
  /** A camera signed the picture: maker or model. */
  readonly camera: boolean;
  /** The phone itself calls it a screenshot. */
  readonly saysScreenshot: boolean;
}

const text = z.string().optional().catch(undefined);
const tags = z.object({
  Software: text,
  ProcessingSoftware: text,
  HostComputer: text,
  ImageDescription: text,
  Make: text,
  Model: text,
  UserComment: text,
});
/** Longer ones are texts about something, not names of programs. */
const longestText = 20_000;
/** A few characters of every name would still match: PNG keywords that carry programs or prompts. */
const pngKeywords = new Set(['software', 'parameters', 'prompt', 'workflow', 'comment', 'source']);
const xmpNames =
  /(?:CreatorTool|softwareAgent|Software|DigitalSourceType|ProcessingSoftware|Toolkit|Producer|Credit)\s*(?:=\s*["']([^"']{1,400})|>\s*([^<]{1,400}))/gi;

/** EXIF, XMP and PNG texts, whatever of them the decoder found. */
export async function metadataTexts(metadata: Metadata): Promise<MetadataTexts> {
  const exif = await exifTags(metadata.exif);
  const comments = (metadata.comments ?? []).filter(({ keyword }) =>
    pngKeywords.has(keyword.toLowerCase()),
  );
  const software = [
    exif.Software,
    exif.ProcessingSoftware,
    exif.HostComputer,
    exif.ImageDescription,
    exif.UserComment,
    ...xmpTexts(metadata.xmp?.toString('utf8') ?? ''),
    ...comments.map((comment) => comment.text.slice(0, longestText)),
  ];
  return {
    software: software.flatMap((found) => found ?? []),
    camera: [exif.Make, exif.Model].some((name) => name !== undefined && name.trim() !== ''),
    saysScreenshot: [exif.UserComment, ...comments.map((comment) => comment.text)].some(
      (found) => found !== undefined && /^\s*(\S* )?(gnome-)?screenshot/i.test(found),
    ),
  };
}

/** Of what an XMP packet says of itself, the values that name programs. */
export function xmpTexts(packet: string): readonly string[] {
  return [...packet.matchAll(xmpNames)].map(([, quoted, inner]) => quoted ?? inner ?? '');
}

async function exifTags(exif: Buffer | undefined): Promise<z.output<typeof tags>> {
  if (exif === undefined) return tags.parse({});
  // libvips leaves JPEG's marker before the TIFF header.
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  try {
    const options = { tiff: true, ifd0: {}, exif: true, gps: false, userComment: true } as const;
    const parsed: unknown = await exifr.parse(tiff, options);
    return tags.catch({}).parse(comments(parsed));
  } catch {
    // Broken metadata names nothing; the picture itself decoded.
    return tags.parse({});
  }
}

/** EXIF keeps a comment as bytes behind eight that name its encoding. */
function comments(parsed: unknown): unknown {
  const read = z.looseObject({ UserComment: z.instanceof(Uint8Array) }).safeParse(parsed);
  if (!read.success) return parsed;
  const bytes = Buffer.from(read.data.UserComment);
  return { ...read.data, UserComment: bytes.toString('latin1', 8).replaceAll('\0', '') };
}
