/**
 * One form for a number, boolean, date or time whatever the database gives: PostgreSQL returns decimals as text,
 * SQLite booleans as 0 and 1 and dates as milliseconds, MariaDB dates with a space. What does not have the expected
 * form is kept as it is. Undefined where there is nothing.
 */
export function canonicalScalar(type: string, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  switch (type) {
    case 'integer':
    case 'float':
    case 'decimal':
      return decimal(value);
    case 'biginteger':
      return whole(value);
    case 'boolean':
      return truth(value);
    case 'date':
      return instant(value)?.slice(0, 10) ?? value;
    case 'datetime':
    case 'timestamp':
      return instant(value) ?? value;
    case 'time':
      return timeOfDay(value);
    default:
      return value;
  }
}

function decimal(value: unknown): unknown {
  const text = String(value).trim();
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? String(number === 0 ? 0 : number) : value;
}

function whole(value: unknown): unknown {
  const text = String(value).trim();
  return /^[+-]?\d{1,40}(\.0*)?$/.test(text) ? BigInt(text.replace(/^\+|\.0*$/g, '')).toString() : value;
}

function truth(value: unknown): unknown {
  if (value === 1 || value === '1' || value === 'true' || value === 't') return true;
  if (value === 0 || value === '0' || value === 'false' || value === 'f') return false;
  return value;
}

/** A text without a zone is UTC: that is how Strapi stores it. */
function instant(value: unknown): string | undefined {
  if (value instanceof Date) return isoOf(value.getTime());
  if (typeof value === 'number') return isoOf(value);
  if (typeof value !== 'string') return undefined;
  if (/^\d{11,14}$/.test(value)) return isoOf(Number(value));
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(
    value.trim(),
  );
  if (!parts) return undefined;
  const [, day, clock = '00:00', seconds = ':00', fraction = '', zone = 'Z'] = parts;
  return isoOf(Date.parse(`${day}T${clock}${seconds}${fraction.slice(0, 4)}${fullZone(zone)}`));
}

function fullZone(zone: string): string {
  const parts = /^([+-]\d\d):?(\d\d)?$/.exec(zone);
  return parts ? `${parts[1]}:${parts[2] ?? '00'}` : 'Z';
}

const isoOf = (milliseconds: number): string | undefined =>
  Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : undefined;

function timeOfDay(value: unknown): unknown {
  const parts = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/.exec(String(value).trim());
  if (!parts) return value;
  const [, hours, minutes, seconds = '00', fraction = ''] = parts;
  return `${hours}:${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
}
