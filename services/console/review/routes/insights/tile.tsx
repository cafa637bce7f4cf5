interface TileProps {
  readonly name: string;
  readonly value: string;
  /** What has to be known to read it. */
  readonly children: string;
}

/** One number that is looked at every day. */
export function Tile({ name, value, children }: TileProps) {
  return (
    <div className="panel tile">
      <dt>{name}</dt>
      <dd className="tile-value">{value}</dd>
      <dd className="soft">{children}</dd>
    </div>
  );
}
