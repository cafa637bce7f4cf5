type PictureSource = 'camera' | 'file';

/** A picture that the person has not accepted yet. */
export interface TakenPicture {
  readonly blob: Blob;
  readonly source: PictureSource;
  /** Of the file, for the person who chose it; never sent. */
  readonly name: string;
}
