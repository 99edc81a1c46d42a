/**
 * Text of a manifest or catalog on one line, without what could steer a terminal or turn a line around: control
 * characters, line breaks and marks of direction become a space.
 */
export function plain(text: string): string {
  return text.replace(steering, ' ').replace(/\s+/g, ' ').trim();
}

// C0 and C1 controls, line and paragraph separators, directional embeddings, overrides and isolates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const steering = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
