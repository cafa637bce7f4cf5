const { relative } = require('node:path');
const { linesOfFailure } = require('./failed-tests');

const shownConsoleLines = 600;
const shownSlowest = 10;

/**
 * One line a file, with its time. What a file and the services that it started wrote is shown only when
 * it fails; the end names what took longest and what failed with its reasons, and closes with the count.
 */
module.exports = class QuietReporter {
  onTestResult(test, result, { numTotalTestSuites }) {
    const { numPassingTests, numFailingTests, testExecError, perfStats, testFilePath } = result;
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const name = nameOf(testFilePath);
    const passed = `${numPassingTests} passed${numFailingTests > 0 ? `, ${numFailingTests} failed` : ''}`;
    print(`${failed ? 'FAIL' : 'PASS'} ${seconds(perfStats.runtime)}  ${name} (${passed})`);
    if (numTotalTestSuites === 1) {
      for (const { status, fullName, duration } of result.testResults) {
        print(`  ${status === 'passed' ? '✓' : status} ${fullName} (${duration ?? 0} ms)`);
      }
    }
    if (!failed) return;
    const written = (result.console ?? []).flatMap(({ message }) => message.split('\n'));
    if (written.length > 0) {
      const left = Math.max(0, written.length - shownConsoleLines);
      print(`\n  What ${name} wrote${left > 0 ? `, without ${left} lines before` : ''}:`);
      for (const line of written.slice(left)) print(`  │ ${line}`);
    }
    print(`\n${result.failureMessage ?? 'It could not be run.'}\n`);
  }

  onRunComplete(_contexts, results) {
    const { testResults, numPassedTests, numFailedTests, numPendingTests, startTime } = results;
    if (testResults.length > 1) {
      print('\nSlowest files:');
      for (const { perfStats, testFilePath } of slowestOf(testResults)) {
        print(`  ${seconds(perfStats.runtime)}  ${nameOf(testFilePath)}`);
      }
    }
    // A file that could not even be loaded has no test of its own to count.
    const broken = testResults.filter(
      ({ testExecError, numFailingTests }) => testExecError !== undefined && numFailingTests === 0,
    );
    if (numFailedTests + broken.length > 0) print('\nFailed:');
    for (const { testFilePath, testResults: tests } of testResults) {
      for (const test of tests.filter(({ status }) => status === 'failed')) {
        print(`  ${nameOf(testFilePath)}: ${linesOfFailure(test).join('\n')}`);
      }
    }
    for (const { testFilePath, failureMessage } of broken) {
      const failureMessages = [failureMessage ?? ''];
      const lines = linesOfFailure({ fullName: 'could not be run', failureMessages });
      print(`  ${nameOf(testFilePath)}: ${lines.join('\n')}`);
    }
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    const took = `${testResults.length} files in ${Math.round((Date.now() - startTime) / 1_000)} s`;
    print(`\n${took}${skipped}`);
    print(`${numPassedTests} passed, ${numFailedTests + broken.length} failed`);
  }
};

function slowestOf(files) {
  const byTime = [...files].sort((one, other) => other.perfStats.runtime - one.perfStats.runtime);
  return byTime.slice(0, shownSlowest);
}

function nameOf(path) {
  return relative(process.cwd(), path);
}

function seconds(ms) {
  return `${(ms / 1_000).toFixed(1).padStart(6)} s`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
