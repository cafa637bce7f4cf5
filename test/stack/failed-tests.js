const shownLines = 15;

/**
 * The lines that tell why a test failed, for the end of a report of which only the end may be kept: the first
 * lines of each of its messages, and of their stacks the line of ours where it happened.
 */
function linesOfFailure({ fullName, failureMessages }) {
  const said = failureMessages.flatMap((message) => {
    const lines = message.split('\n').filter((line) => line.trim() !== '');
    const words = lines.filter((line) => !isFrame(line));
    const left = words.length - shownLines;
    const where = lines.find((line) => isFrame(line) && !/node_modules|node:/.test(line));
    return [
      ...words.slice(0, shownLines),
      ...(left > 0 ? [`… and ${left} lines more`] : []),
      ...(where === undefined ? [] : [where]),
    ];
  });
  return [fullName, ...said.map((line) => `    ${line}`)];
}

function isFrame(line) {
  return /^\s+at /.test(line);
}

module.exports = { linesOfFailure };
