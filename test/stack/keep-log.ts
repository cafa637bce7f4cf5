const keptLines = 200;

/** Puts the end of a process's log on the console, which is shown when the file fails. */
export function keepLog(name: string, log: string): void {
  const lines = log.trimEnd().split('\n');
  const left = Math.max(0, lines.length - keptLines);
  console.log([`--- ${name}, without ${left} lines before`, ...lines.slice(left)].join('\n'));
}
