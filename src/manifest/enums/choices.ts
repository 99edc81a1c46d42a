import type { Terms } from './terms';

/** What a team may spend on tools, in price models: the catalog holds no prices. */
export const budget: Terms = {
  free: 'Open source, public services, and the free core of open-core products.',
  low: 'Also paid editions of open-core products.',
  medium: 'Also services of clouds that are billed by use.',
  high: 'Also commercial products.',
};

/** Licenses in common use; any other SPDX id is welcome. */
export const license: Terms = {
  'open-source': 'Any license approved by the Open Source Initiative.',
  'Apache-2.0': 'Permissive, with a patent grant.',
  MIT: 'Permissive.',
  'BSD-3-Clause': 'Permissive.',
  'MPL-2.0': 'Changed files stay under the same license.',
  'LGPL-3.0-only': 'Changes of the library stay under the same license.',
  'GPL-3.0-only': 'What is built on it and given away stays under the same license.',
  'AGPL-3.0-only': 'As the GPL, and use over a network counts as giving away.',
};

export const hosting: Terms = {
  library: 'Runs inside our own program.',
  cli: 'A command that runs on our machines or in CI.',
  'self-hosted-service': 'A service that we run.',
  saas: 'A service that the vendor runs.',
  'cloud-aws': 'A service inside Amazon Web Services.',
  'cloud-azure': 'A service inside Microsoft Azure.',
  'cloud-gcp': 'A service inside Google Cloud.',
};

export const ecosystem: Terms = {
  python: 'Python packages.',
  node: 'npm packages for JavaScript and TypeScript.',
  java: 'Java and other languages of the JVM.',
  dotnet: '.NET.',
  go: 'Go modules.',
  rust: 'Rust crates.',
  'any-http': 'Anything that can call it over HTTP.',
};

export const riskAppetite: Terms = {
  cautious: 'Risks of severity 3 and above ask for controls.',
  balanced: 'Risks of severity 4 and above ask for controls.',
  bold: 'Only risks of severity 5 ask for controls.',
};

export const severity: Terms = {
  error: 'The manifest is wrong, or the practice is prohibited.',
  warning: 'Something that is due is missing.',
  information: 'Worth knowing; nothing is due yet.',
  hint: 'There is a better way.',
  off: 'Not shown at all.',
};

export const failOn: Terms = {
  error: 'A check fails on errors.',
  warning: 'A check fails on errors and warnings.',
  never: 'A check never fails because of findings.',
};

export const controlStatus: Terms = {
  planned: 'Decided, not begun. Counts as missing.',
  'in-progress': 'Begun, not finished. Counts as partial.',
  done: 'In place. Counts as met with an owner, a review day ahead and evidence in the repository, else as declared.',
  'not-applicable': 'Does not fit this system; a note must say why.',
};
