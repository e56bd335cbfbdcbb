// Runs dams from Node or Electron: starts it, shows how far it is, stops it, and gives what it did.
//
//     node run-dams.mjs dams batch patients.xlsx --destination ./out --export-map ./subjects.csv
//
// Ctrl+C stops gently. docs/json-lines.md describes the events.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/**
 * @param {string} program The path of dams.
 * @param {string[]} args Its arguments. No shell reads them: folders may be called 환자 1 & Söhne.
 * @param {{ onEvent?: (event: object) => void, signal?: AbortSignal }} options The signal stops the run.
 * @returns {Promise<{ exitCode: number, summary?: object, failures: object[], error?: object }>}
 */
export function runDams(program, args, { onEvent = () => {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, '--json', '--stop-on-stdin'], { windowsHide: true, shell: false });
    const result = { exitCode: -1, failures: [] };

    // What people read there is in the events too.
    child.stderr.resume();
    // A run that has ended reads no line any more.
    child.stdin.on('error', () => {});
    const stop = () => child.stdin.end('stop\n');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();

    const lines = createInterface({ input: child.stdout.setEncoding('utf8'), crlfDelay: Infinity });
    lines.on('line', line => {
      const event = JSON.parse(line);
      if (event.event === 'summary') result.summary = event;
      if (event.event === 'failure') result.failures.push(event);
      if (event.event === 'error') result.error = event;
      onEvent(event);
    });

    child.on('error', reject);
    // All output was read.
    child.on('close', exitCode => {
      signal?.removeEventListener('abort', stop);
      resolve({ ...result, exitCode });
    });
  });
}

function show(event) {
  if (event.event === 'progress') {
    const patients = event.patientsKnown > 0 ? `${event.patientsDone}/${event.patientsKnown} patients, ` : '';
    console.log(`${event.phase}: ${patients}${event.filesDone}/${event.filesKnown} files`);
  } else if (event.event === 'patient') {
    console.log(`${event.entry}: ${event.subject || event.problem} (${event.instanceCount} instances)`);
  } else if (event.message) {
    console.log(`${event.event} ${event.id}: ${event.message}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [program, ...args] = process.argv.slice(2);
  const cancel = new AbortController();
  process.on('SIGINT', () => cancel.abort());
  const { exitCode, summary } = await runDams(program, args, { onEvent: show, signal: cancel.signal });
  if (summary) console.log(`${summary.instances} instances of ${summary.patients} patients; ${summary.failed} failed.`);
  process.exitCode = exitCode;
}
