type Value = string | number | boolean | null;

const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * Value of a plain (unquoted) scalar by the core schema of YAML 1.2.2, section 10.3.2: null, booleans, integers and
 * floats; all else is text, so dates, `yes` and `NO` are text. Whole numbers beyond 2^53 become the nearest number.
 * `.nan`, `.inf` and numbers too large for one stay text: JSON has no such values, and no field can mean them.
 */
export function plainValue(source: string): Value {
  // Nearly all scalars begin with a letter that begins none of the special words.
  switch (source.charCodeAt(0)) {
    case 0x4e: // N
    case 0x6e: // n
      return source === 'null' || source === 'Null' || source === 'NULL' ? null : source;
    case 0x54: // T
    case 0x74: // t
      return source === 'true' || source === 'True' || source === 'TRUE' ? true : source;
    case 0x46: // F
    case 0x66: // f
      return source === 'false' || source === 'False' || source === 'FALSE' ? false : source;
    case 0x7e: // ~
      return source === '~' ? null : source;
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
    case 0x30:
    case 0x31:
    case 0x32:
    case 0x33:
    case 0x34:
    case 0x35:
    case 0x36:
    case 0x37:
    case 0x38:
    case 0x39:
      return numberOr(source);
    default:
      return source === '' ? null : source;
  }
}

function numberOr(source: string): Value {
  const value = numberOf(source);
  return Number.isFinite(value) ? value : source;
}

/** Exact in syntax: what `Number` takes but YAML does not (`0b1`, `1_0`, spaces) is no number. */
function numberOf(source: string): number {
  if (INTEGER.test(source) || FLOAT.test(source)) return Number(source);
  if (OCTAL.test(source) || HEXADECIMAL.test(source)) return Number(source);
  return Number.NaN;
}
